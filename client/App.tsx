import { lazy, Suspense } from 'react'
import { takeTokenFromAddress } from './api/tokens.ts'
import { MAP_VIEWS } from './pages/loadPage.ts'
import { type Route, routeOf } from './pages/routes.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { useVisit } from './ui/history.ts'

const Home = lazy(() => import('./pages/Home.tsx').then(({ Home }) => ({ default: Home })))
const NoAccess = lazy(() => import('./pages/NoAccess.tsx').then(({ NoAccess }) => ({ default: NoAccess })))
const MapPage = lazy(MAP_VIEWS.map)
const OutlinePage = lazy(() => MAP_VIEWS.outline().then(({ OutlinePage }) => ({ default: OutlinePage })))
const PresentPage = lazy(() => MAP_VIEWS.present().then(({ PresentPage }) => ({ default: PresentPage })))

const JOIN = 'Paste the link that you were given, or the code after /m/ in it. You need no account.'

export function App() {
  const { path, arrivals } = useVisit()
  const route = routeOf(path)
  // While rendering, so that the token is stored before the page asks for it and gone before anybody sees it; doing it
  // twice does nothing more.
  if (route.page === 'map') takeTokenFromAddress(route.id, Date.now())
  return (
    <ErrorBoundary key={path}>
      <Suspense>
        <Page route={route} arrivals={arrivals} />
      </Suspense>
    </ErrorBoundary>
  )
}

function Page({ route, arrivals }: { route: Route; arrivals: number }) {
  switch (route.page) {
    case 'home':
      return <Home />
    case 'map':
      // Whoever comes with another link in the same tab comes in anew.
      return <MapView key={`${route.id} ${arrivals}`} id={route.id} view={route.view} />
    case 'join':
      return <NoAccess title="Join a map" message={JOIN} />
    case 'unknown':
      return <NoAccess title="There is no such page" message="To open a map, paste its link." />
  }
}

function MapView({ id, view }: { id: string; view: 'map' | 'outline' | 'present' }) {
  switch (view) {
    case 'outline':
      return <OutlinePage id={id} />
    case 'present':
      return <PresentPage id={id} />
    case 'map':
      return <MapPage id={id} />
  }
}
