# bash completion for rel: what may stand where the cursor is, rel itself knows.
_rel() {
  local cur=${COMP_WORDS[COMP_CWORD]} line value
  COMPREPLY=()
  while IFS= read -r line; do
    value=${line%%$'\t'*}
    if [[ $value == :files ]]; then
      compopt -o filenames
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur")
      continue
    fi
    # Behind `=` bash completes a word of its own.
    [[ $value == --*=* ]] && value=${value#*=}
    [[ $value == *[!a-zA-Z0-9_.,:@%+/=-]* && $cur != [\"\']* ]] && printf -v value %q "$value"
    COMPREPLY+=("$value")
  done < <(command rel __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rel rel
