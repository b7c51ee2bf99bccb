#compdef rekindle
# rekindle: completion for zsh. The program says what may stand there, and what it is.
_rekindle()
{
	local kind line
	local -a lines words_before found shown
	words_before=("${(@Q)words[2,CURRENT-1]}")
	lines=("${(@f)$(command rekindle completion words -- \
		"${words_before[@]}" "${(Q)PREFIX}" 2> /dev/null < /dev/null)}")
	kind=$lines[1]
	if [[ $kind == files ]]; then
		compset -P '--[a-z]##='
		_files
		(( $#lines > 1 )) && [[ -n $lines[2] ]] || return
	fi
	for line in "${(@)lines[2,-1]}"; do
		[[ -n $line ]] || continue
		found+=("${line%%$'\t'*}")
		if [[ -n ${line#*$'\t'} ]]; then
			shown+=("${line%%$'\t'*}  -- ${line#*$'\t'}")
		else
			shown+=("${line%%$'\t'*}")
		fi
	done
	compadd -l -d shown -a found
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
	_rekindle "$@"
else
	compdef _rekindle rekindle
fi
