# rekindle: completion for fish. The program says what may stand there, and what it is.
function __rekindle_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l word (commandline -ct)
    set -l lines (command rekindle completion words -- $before (string unescape -- $word; or echo -- $word) 2>/dev/null </dev/null)
    if test "$lines[1]" = files
        __fish_complete_path (string replace -r -- '^--[a-z-]+=' '' $word)
    end
    if set -q lines[2]
        printf '%s\n' $lines[2..-1]
    end
end
complete -c rekindle -f -a '(__rekindle_complete)'
