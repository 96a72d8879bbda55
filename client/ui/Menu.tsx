import Check from 'lucide-react/icons/check'
import { type ComponentProps, createContext, type ReactElement, type ReactNode, useContext, useRef } from 'react'
import { cx } from './cx.ts'
import { Floating } from './Floating.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'
import { itemsOf, moveInMenu } from './menuKeys.ts'
import type { Align, Side } from './placeBeside.ts'
import { type TriggerProps, useTrigger } from './useTrigger.ts'

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>
  /** Accessible name, where the trigger's is not enough. */
  label?: string
  align?: Align
  side?: Side
  open?: boolean
  onOpenChange?(open: boolean): void
  children: ReactNode
}

const CloseMenu = createContext<() => void>(() => {})

/** Things to do, one press away. Holds `MenuItem`, `MenuCheck`, `MenuChoice`, `MenuLabel`, `MenuLine`. */
export function Menu({ trigger, label, align = 'start', side = 'bottom', children, ...state }: MenuProps) {
  const marker = useRef<HTMLSpanElement>(null)
  const { button, isOpen, openedBy, close } = useTrigger(trigger, 'menu', state)
  return (
    <>
      {button}
      <span ref={marker} hidden />
      {isOpen && (
        <Floating
          marker={marker}
          role="menu"
          label={label}
          side={side}
          align={align}
          className={styles.menu}
          focus={menu => (openedBy.current === 'keyboard' ? (itemsOf(menu)[0] ?? null) : null)}
          onClose={close}
          onKeyDown={moveInMenu}
        >
          {closeMenu => <CloseMenu value={closeMenu}>{children}</CloseMenu>}
        </Floating>
      )}
    </>
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
  onSelect(): void
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
  const close = useContext(CloseMenu)
  const select = () => {
    // First, so that a dialog which this opens gives the focus back to the menu's button.
    close()
    onSelect()
  }
  return (
    <Item role="menuitem" disabled={disabled} onClick={select} className={danger ? styles.danger : undefined}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <span className={styles.words}>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      {shortcut !== undefined && <Kbd keys={shortcut} className={cx(styles.keys)} />}
    </Item>
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
    <Item role="menuitemcheckbox" aria-checked={checked} disabled={disabled} onClick={() => onChange(!checked)}>
      <span className={styles.icon}>{checked && <Check />}</span>
      <span className={styles.words}>{children}</span>
    </Item>
  )
}

export type MenuChoiceProps<Value extends string> = {
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange(value: Value): void
}

/** One of several, the one that holds now ticked. */
export function MenuChoice<Value extends string>({ value, options, onChange }: MenuChoiceProps<Value>) {
  const close = useContext(CloseMenu)
  return options.map(option => (
    <Item
      key={option.value}
      role="menuitemradio"
      aria-checked={option.value === value}
      onClick={() => {
        close()
        onChange(option.value)
      }}
    >
      <span className={styles.icon}>{option.value === value && <Check />}</span>
      <span className={styles.words}>{option.label}</span>
    </Item>
  ))
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div role="presentation" className={styles.label}>
      {children}
    </div>
  )
}

export function MenuLine() {
  return <hr className={styles.line} />
}

/** Whatever the pointer is over has the focus, so that pointer and keys never point at two items. */
function Item({ className, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      tabIndex={-1}
      {...rest}
      className={cx(styles.item, className)}
      onPointerMove={event => event.currentTarget.focus({ preventScroll: true })}
    />
  )
}
