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
  # Several that share less than was typed (`l` is in ann-lee and in lukasz) are shown; the blank among them shares
  # nothing, so that what was typed stays.
  local common=${COMPREPLY[0]-}
  for value in "${COMPREPLY[@]}"; do
    while [[ $value != "$common"* ]]; do common=${common%?}; done
  done
  [[ ${#COMPREPLY[@]} -gt 1 && ${#common} -lt ${#cur} ]] && COMPREPLY+=(' ')
  return 0
}
complete -F _rel rel
