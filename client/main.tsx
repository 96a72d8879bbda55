import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { beginAhead } from './pages/ahead.ts'
import { loadPage } from './pages/loadPage.ts'
import { routeOf } from './pages/routes.ts'

// Everything that the first sight waits for is asked for at once, and not one after the other.
const route = routeOf(window.location.pathname)
if (route.page === 'map') beginAhead(route.id)
loadPage(route)
void import('./start.tsx')
