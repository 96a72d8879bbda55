import * as Y from 'yjs'

/** Everything that can be seen of a document, whatever it holds, as text: equal documents give equal text. */
export function visible(doc: Y.Doc): string {
  const roots = [...doc.share].map(([name, root]) => [name, ofType(root)] as const)
  return JSON.stringify(roots.filter(([, root]) => root !== null).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type AnyType = Y.Doc['share'] extends Map<string, infer Type> ? Type : never

function ofType(type: AnyType): unknown {
  const list: unknown[] = []
  for (let item = type._start; item; item = item.right) if (!item.deleted) list.push(...ofItem(item))
  const entries = [...type._map].filter(([, item]) => !item.deleted).map(([key, item]) => [key, ...ofItem(item)])
  if (list.length === 0 && entries.length === 0) return null
  return [list, entries.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))]
}

function ofItem({ content }: Y.Item): unknown[] {
  if (content instanceof Y.ContentType) return [['type', content.type.constructor.name, ofType(content.type)]]
  if (content instanceof Y.ContentFormat) return [['format', content.key, content.value]]
  if (content instanceof Y.ContentDoc) return [['doc', content.doc.guid]]
  return content.getContent()
}
