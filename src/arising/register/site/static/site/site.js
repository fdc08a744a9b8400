import { ServiceNavigation, SkipLink, createAll } from './govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(ServiceNavigation)
createAll(SkipLink)
