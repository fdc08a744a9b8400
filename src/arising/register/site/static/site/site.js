import { ServiceNavigation, SkipLink, createAll } from './govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(ServiceNavigation)
createAll(SkipLink)

// A link leads to the words or to their entry. Show which is its other half, and bring an entry into its list's view.
function showOtherHalf () {
  document.querySelectorAll('.other-half').forEach(half => half.classList.remove('other-half'))
  const here = decodeURIComponent(window.location.hash.slice(1))
  if (!here) return
  const other = document.getElementById(here.startsWith('entry-') ? here.slice('entry-'.length) : `entry-${here}`)
  if (!other) return
  other.classList.add('other-half')
  const list = other.closest('.beside')
  if (list) list.scrollTop = other.offsetTop
}

window.addEventListener('hashchange', showOtherHalf)
showOtherHalf()
