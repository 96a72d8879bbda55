import Check from 'lucide-react/icons/check'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import floating from './floating.module.css'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement
  /** Accessible name, where the trigger's is not enough. */
  label?: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  open?: boolean
  onOpenChange?(open: boolean): void
  children: ReactNode
}

/** Things to do, one press away. Holds `MenuItem`, `MenuCheck`, `MenuChoice`, `MenuLabel`, `MenuLine`. */
export function Menu({ trigger, label, align = 'start', side = 'bottom', children, ...state }: MenuProps) {
  return (
    <Radix.Root modal={false} {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={cx(floating.floating, styles.menu)}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export type MenuItemProps = {
  icon?: ReactNode
  /** As in `Kbd`. Only shown; the key itself is bound where commands are. */
  shortcut?: string
  /** A second, quieter line. */
  hint?: ReactNode
  danger?: boolean
  disabled?: boolean
  onSelect(event: Event): void
  children: ReactNode
}

export function MenuItem({
  icon,
  shortcut,
  hint,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Radix.Item className={cx(styles.item, danger && styles.danger)} disabled={disabled} onSelect={onSelect}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <span className={styles.words}>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      {shortcut !== undefined && <Kbd keys={shortcut} className={cx(styles.keys)} />}
    </Radix.Item>
  )
}

export type MenuCheckProps = {
  checked: boolean
  /** The menu stays open. */
  onChange(checked: boolean): void
  disabled?: boolean
  children: ReactNode
}

export function MenuCheck({ checked, onChange, disabled = false, children }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      className={styles.item}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      onSelect={event => event.preventDefault()}
    >
      <span className={styles.icon}>
        <Radix.ItemIndicator>
          <Check />
        </Radix.ItemIndicator>
      </span>
      <span className={styles.words}>{children}</span>
    </Radix.CheckboxItem>
  )
}

export type MenuChoiceProps<Value extends string> = {
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange(value: Value): void
}

/** One of several, the one that holds now ticked. */
export function MenuChoice<Value extends string>({ value, options, onChange }: MenuChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find(one => one.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Radix.RadioGroup value={value} onValueChange={choose}>
      {options.map(option => (
        <Radix.RadioItem key={option.value} value={option.value} className={styles.item}>
          <span className={styles.icon}>
            <Radix.ItemIndicator>
              <Check />
            </Radix.ItemIndicator>
          </span>
          <span className={styles.words}>{option.label}</span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={styles.label}>{children}</Radix.Label>
}

export function MenuLine() {
  return <Radix.Separator className={styles.line} />
}
