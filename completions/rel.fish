# fish completion for rel: what may stand where the cursor is, rel itself knows.
function __rel_complete
    set -l token (commandline -ct)
    # The quote that is open is closed, and so can be taken off.
    set -l word (string unescape -- $token; or string unescape -- $token\'; or string unescape -- $token\")
    for line in (command rel __complete -- (commandline -opc)[2..-1] "$word" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path $word
        else
            printf '%s\n' $line
        end
    end
end
complete -c rel -f -a '(__rel_complete)'
