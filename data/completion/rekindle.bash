# rekindle: completion for bash. The program says what may stand at the end of the line, as it is
# typed there; where that is a file, bash knows better.
_rekindle()
{
	local kind
	COMPREPLY=()
	{
		read -r kind
		mapfile -t COMPREPLY
	} < <(command rekindle completion line -- "${COMP_LINE:0:COMP_POINT}" \
		"$COMP_WORDBREAKS" 2> /dev/null < /dev/null)
	[[ $kind == files ]] || compopt +o default
}
complete -o default -F _rekindle rekindle
