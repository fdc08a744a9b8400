// Single keys for the review desk. Every key stands for a button, a link or a fold that is on the page; without this
// script, or with the keys turned off, everything is still there.

const page = document.querySelector('[data-review-keys="on"]')
let gone = false

function open (fold) {
  fold.open = true
  const first = fold.querySelector('input:not([type="hidden"]), select, button')
  ;(first || fold.querySelector('summary')).focus()
}

function nextRadio (group) {
  const radios = [...group.querySelectorAll('input[type="radio"]')]
  const at = radios.findIndex(radio => radio.checked)
  const next = radios[(at + 1) % radios.length]
  next.checked = true
  next.focus()
}

function press (event) {
  if (gone || event.ctrlKey || event.metaKey || event.altKey) return
  const here = event.target
  if (event.key === 'Escape') {
    here.blur()
    return
  }
  if (here.matches('input:not([type="radio"]), select, textarea')) return
  const wanted = page.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
  if (!wanted) return
  event.preventDefault()
  if (wanted.matches('details')) open(wanted)
  else if (wanted.matches('fieldset')) nextRadio(wanted)
  else wanted.click()
}

if (page) {
  document.addEventListener('keydown', press)
  // a key held down must not decide on the finding after this one
  page.addEventListener('submit', () => { gone = true })
  window.addEventListener('pageshow', () => { gone = false })
}
