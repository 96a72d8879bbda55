import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useState } from 'react'
import { type Customer, KINDS } from '#shared/model/kinds.ts'
import { NAME } from '#shared/model/limits.ts'
import { reaches } from '#shared/model/roles.ts'
import { assignPersona, changeCustomer } from '../../commands/customers.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CustomerQuotes } from './CustomerQuotes.tsx'
import { CONSENT_WORDS, facetsOf, personaName, SIDE_WORDS } from './customerRows.ts'
import styles from './customers.module.css'
import { PersonaChoice } from './PersonaChoice.tsx'
import type { RemovalOf } from './Removal.tsx'

export type CustomerPageProps = {
  id: string
  onBack(): void
  onOpen(customer: string): void
  /** Says what was done, in words. */
  onSplit(words: string): void
  onRemove(what: RemovalOf['what']): void
}

/** One customer: who they are, and everything that they said. */
export function CustomerPage({ id, onBack, onOpen, onSplit, onRemove }: CustomerPageProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const customer = useMap(({ map }) => lookUp(map.customers, id))
  if (!customer) return null
  const facets = facetsOf(customer)
  const isWithdrawn = customer.consent === 'withdrawn'
  return (
    <div className={styles.page}>
      <div>
        <Button variant="quiet" size="small" icon={<ArrowLeft size={15} />} onClick={onBack}>
          All customers
        </Button>
      </div>
      {canEdit ? <Facts customer={customer} /> : <ReadFacts customer={customer} />}
      {facets.length > 0 && (
        <dl className={styles.known}>
          {facets.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <CustomerQuotes customer={customer} onOpen={onOpen} onSplit={onSplit} />
      {canEdit && (
        <div className={styles.actions}>
          {!isWithdrawn && <Button onClick={() => onRemove('withdraw')}>Consent withdrawn…</Button>}
          {reaches(open.role, 'facilitator') && (
            <Button variant="danger" onClick={() => onRemove('erase')}>
              Erase…
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Facts({ customer }: { customer: Customer }) {
  const open = useOpenMap()
  const personas = useMap(({ map }) => map.personas)
  const [alias, setAlias] = useState<string | null>(null)
  const { id, side, consent } = customer
  const rename = () => {
    const name = alias?.trim()
    if (name && name !== customer.alias) changeCustomer(open, id, { alias: name })
    setAlias(null)
  }
  const consents = (consent === 'withdrawn' ? (['withdrawn'] as const) : (['unknown', 'given'] as const)).map(
    value => ({
      value,
      label: CONSENT_WORDS[value],
    }),
  )
  return (
    <form
      className={styles.facts}
      onSubmit={event => {
        event.preventDefault()
        rename()
      }}
    >
      <TextField
        label="Called"
        hint="An alias, not the person’s name."
        value={alias ?? customer.alias}
        maxLength={NAME}
        onChange={setAlias}
        onBlur={rename}
      />
      <div>
        <span className={styles.label}>Persona</span>
        <PersonaChoice
          label="Persona"
          shown={personaName(personas, customer.persona) || 'None'}
          onChoose={persona => assignPersona(open, [id], persona)}
        />
      </div>
      <Select
        label="Side"
        value={side}
        options={(['customer', 'staff'] as const).map(value => ({ value, label: SIDE_WORDS[value] }))}
        onChange={value => changeCustomer(open, id, { side: value })}
      />
      <Select<Customer['consent']>
        label="Consent"
        value={consent}
        disabled={consent === 'withdrawn'}
        options={consents}
        onChange={value => value !== 'withdrawn' && changeCustomer(open, id, { consent: value })}
      />
    </form>
  )
}

function ReadFacts({ customer }: { customer: Customer }) {
  const personas = useMap(({ map }) => map.personas)
  const facts = [
    ['Called', KINDS.customers.title(customer)],
    ['Persona', personaName(personas, customer.persona) || 'None'],
    ['Side', SIDE_WORDS[customer.side]],
    ['Consent', CONSENT_WORDS[customer.consent]],
  ]
  return (
    <dl className={styles.known}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
