import type { Role } from '#shared/model/roles.ts'

type Content = { [type: string]: object }
/** One route, its least role and what it takes and gives. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  summary: string
  /** Least role; null: no token is needed. */
  role: Role | null
  query?: { [name: string]: string }
  body?: Content
  answers: { [status: string]: string | { description: string; content: Content } }
}

const string = { type: 'string' }

/** A schema of an object with these properties. */
export function object(properties: { [name: string]: object }, required: readonly string[] = []): object {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
}

export function json(schema: object): Content {
  return { 'application/json': { schema } }
}

export function answer(description: string, schema: object): { description: string; content: Content } {
  return { description, content: json(schema) }
}

/** The routes as an OpenAPI 3.1 document. */
export function describeApi(routes: readonly Route[]): object {
  const paths: { [path: string]: { [method: string]: object } } = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  return {
    openapi: '3.1.0',
    info: { title: 'Verbatim', version: '1' },
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of a link, or of a person who came by one.' },
      },
      schemas: { Error: object({ error: object({ code: string, message: string }, ['code', 'message']) }, ['error']) },
    },
  }
}

function operation({ path, summary, role, query = {}, body, answers }: Route): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: string,
  }))
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: string,
  }))
  const responses = Object.entries(answers).map(([status, told]) => [
    status,
    typeof told === 'string' ? { description: told } : told,
  ])
  const error = { description: 'Why not.', content: json({ $ref: '#/components/schemas/Error' }) }
  return {
    summary: role === null ? summary : `${summary} For ${role}s and above.`,
    security: role === null ? [] : [{ token: [] }],
    parameters: [...inPath, ...inQuery],
    ...(body ? { requestBody: { content: body } } : {}),
    responses: { ...Object.fromEntries(responses), default: error },
  }
}
