import { takeTokenFromAddress } from './api/tokens.ts'
import { Loaded } from './pages/Loaded.tsx'
import { MAP_VIEWS } from './pages/loadPage.ts'
import { type Route, routeOf } from './pages/routes.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { useVisit } from './ui/history.ts'
import { script } from './ui/script.ts'

const home = script(() => import('./pages/Home.tsx'))
const noAccess = script(() => import('./pages/NoAccess.tsx'))

const JOIN = 'Paste the link that you were given, or the code after /m/ in it. You need no account.'

export function App() {
  const { path, arrivals } = useVisit()
  const route = routeOf(path)
  // While rendering, so that the token is stored before the page asks for it and gone before anybody sees it; doing it
  // twice does nothing more.
  if (route.page === 'map') takeTokenFromAddress(route.id, Date.now())
  return (
    <ErrorBoundary key={path}>
      <Page route={route} arrivals={arrivals} />
    </ErrorBoundary>
  )
}

function Page({ route, arrivals }: { route: Route; arrivals: number }) {
  switch (route.page) {
    case 'home':
      return <Loaded from={home}>{({ Home }) => <Home />}</Loaded>
    case 'map':
      // Whoever comes with another link in the same tab comes in anew.
      return <MapView key={`${route.id} ${arrivals}`} id={route.id} view={route.view} />
    case 'join':
      return <NoWay title="Join a map" message={JOIN} />
    case 'unknown':
      return <NoWay title="There is no such page" message="To open a map, paste its link." />
  }
}

function NoWay(props: { title: string; message: string }) {
  return <Loaded from={noAccess}>{({ NoAccess }) => <NoAccess {...props} />}</Loaded>
}

function MapView({ id, view }: { id: string; view: 'map' | 'outline' | 'present' }) {
  switch (view) {
    case 'outline':
      return <Loaded from={MAP_VIEWS.outline}>{({ OutlinePage }) => <OutlinePage id={id} />}</Loaded>
    case 'present':
      return <Loaded from={MAP_VIEWS.present}>{({ PresentPage }) => <PresentPage id={id} />}</Loaded>
    case 'map':
      return <Loaded from={MAP_VIEWS.map}>{({ MapPage }) => <MapPage id={id} />}</Loaded>
  }
}
