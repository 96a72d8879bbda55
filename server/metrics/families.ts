/** One family of the Prometheus text format, 0.0.4. */
export type Family = {
  name: string
  type: 'counter' | 'gauge' | 'histogram'
  help: string
  samples: readonly Sample[]
}

/** `suffix` follows the name (`_bucket`), `labels` are written as they are (`{code="2xx"}`); both may be ''. */
export type Sample = { suffix: string; labels: string; value: number }

export function gauge(name: string, help: string, value: number): Family {
  return { name, type: 'gauge', help, samples: [{ suffix: '', labels: '', value }] }
}

export function counter(name: string, help: string, value: number): Family {
  return { name, type: 'counter', help, samples: [{ suffix: '', labels: '', value }] }
}

/** A counter for each code. */
export function counterByCode(name: string, help: string, counts: ReadonlyMap<string | number, number>): Family {
  const samples = [...counts].map(([code, value]) => ({ suffix: '', labels: `{code="${code}"}`, value }))
  return { name, type: 'counter', help, samples }
}

export function writeFamilies(families: readonly Family[]): string {
  const lines = families.flatMap(({ name, type, help, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ suffix, labels, value }) => `${name}${suffix}${labels} ${value}`),
  ])
  return `${lines.join('\n')}\n`
}
