import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import { cx } from './cx.ts'
import styles from './Field.module.css'
import { Field, type FieldWords } from './Field.tsx'

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'onChange' | 'id' | 'ref'> &
  FieldWords & {
    value: string
    onChange(value: string): void
  }

/** Several lines of text; as high as its text. */
export function TextArea({ label, hideLabel, hint, error, onChange, className, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, which is not read here.
  useLayoutEffect(() => {
    if (growsByItself || !area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight + 2}px`
  }, [rest.value])
  return (
    <Field label={label} {...(hideLabel === undefined ? {} : { hideLabel })} hint={hint} error={error}>
      {wiring => (
        <textarea
          rows={2}
          {...rest}
          {...wiring}
          ref={area}
          className={cx(styles.control, styles.area, className)}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
