import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { AuthorisationKind, AuthorisationRule, RuleDefaults, Verdict } from '#contract/console/authorisation-rules'
import { announce } from '@/components/feedback/announce'
import { GatedButton } from '@/components/form/gated-button'
import { Section } from '@/components/layout/section'
import { Label } from '@/components/ui/label'
import { Select } from '@/components/ui/select'
import { describeRule } from '../describe-rule'
import { t } from '../text'
import { Action } from './decision'
import { useInstruments } from './use-instruments'

type Props = {
  kind: AuthorisationKind
  /** Of this kind, in their order. */
  rules: readonly AuthorisationRule[]
  defaults: RuleDefaults
  /** Why this person cannot change them. */
  reason: string | undefined
  onChange: (rules: AuthorisationRule[]) => void
  onDefaults: (defaults: RuleDefaults) => void
  onEdit: (id: string) => void
  onAdd: () => void
}

/** The rules of one kind in their order, and what holds when none of them does. */
export function RuleList({ kind, rules, defaults, reason, onChange, onDefaults, onEdit, onAdd }: Props) {
  const { nameOf } = useInstruments(kind)
  const list = useRef<HTMLOListElement>(null)
  const pressed = useRef<string>(undefined)
  // A row that moves takes the focus out of the page with it: put it back on what was pressed.
  useLayoutEffect(() => {
    if (pressed.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-press="${pressed.current}"]`)?.focus()
    pressed.current = undefined
  })

  function move(at: number, by: -1 | 1): void {
    const rule = rules[at]
    const other = rules[at + by]
    if (!rule || !other) return
    const next = [...rules]
    next[at] = other
    next[at + by] = rule
    pressed.current = `${rule.id} ${by}`
    onChange(next)
    announce(t('moved', { name: rule.name, position: at + by + 1 }))
  }
  function remove(at: number): void {
    const rule = rules[at]
    if (!rule) return
    const neighbour = rules[at + 1] ?? rules[at - 1]
    pressed.current = neighbour ? `${neighbour.id} remove` : undefined
    onChange(rules.filter((one) => one !== rule))
    announce(t('removed', { name: rule.name }))
  }

  return (
    <Section
      title={t(kind === 'CARD' ? 'cardRules' : 'wireRules')}
      actions={
        <GatedButton size="sm" reason={reason} onClick={onAdd}>
          {t(kind === 'CARD' ? 'addCard' : 'addWire')}
        </GatedButton>
      }
    >
      <ol ref={list} className="divide-y divide-rule border-rule border-y">
        {rules.map((rule, at) => (
          <li key={rule.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
            <span className="figures w-6 shrink-0 text-right text-ink-soft">{at + 1}</span>
            <div className="min-w-48 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{rule.name}</span>
                <Action action={rule.action} />
                {!rule.on && <span className="text-ink-soft text-small">{t('isOff')}</span>}
              </p>
              <p className="text-ink-soft text-small">{describeRule(rule, nameOf)}</p>
            </div>
            <div className="flex gap-1">
              <Press
                id={`${rule.id} -1`}
                reason={reason}
                off={at === 0}
                label={t('moveUp', rule)}
                onPress={() => move(at, -1)}
              >
                <ArrowUp aria-hidden />
              </Press>
              <Press
                id={`${rule.id} 1`}
                reason={reason}
                off={at === rules.length - 1}
                label={t('moveDown', rule)}
                onPress={() => move(at, 1)}
              >
                <ArrowDown aria-hidden />
              </Press>
              <Press id={`${rule.id} edit`} reason={reason} label={t('edit', rule)} onPress={() => onEdit(rule.id)}>
                <Pencil aria-hidden />
              </Press>
              <Press id={`${rule.id} remove`} reason={reason} label={t('remove', rule)} onPress={() => remove(at)}>
                <Trash2 aria-hidden />
              </Press>
            </div>
          </li>
        ))}
        {rules.length === 0 && <li className="py-3 text-ink-soft">{t('noRulesOf')}</li>}
      </ol>
      <div className="mt-4 flex flex-wrap gap-4">
        {(['unmatched', 'unanswered'] as const).map((which) => (
          <DefaultChoice
            key={which}
            label={t(which === 'unmatched' ? 'otherwise' : 'unanswered')}
            id={`${kind}-${which}`}
            value={defaults[which]}
            disabled={reason !== undefined}
            onChange={(verdict) => onDefaults({ ...defaults, [which]: verdict })}
          />
        ))}
      </div>
    </Section>
  )
}

type PressProps = {
  id: string
  label: string
  reason: string | undefined
  /** Nowhere to go; it stays in its place and keeps the focus. */
  off?: boolean
  onPress: () => void
  children: ReactNode
}

const Press = ({ id, label, reason, off = false, onPress, children }: PressProps) => (
  <GatedButton
    size="sm"
    variant="ghost"
    reason={reason}
    aria-label={label}
    aria-disabled={off || undefined}
    data-press={id}
    className={off ? 'opacity-40' : undefined}
    onClick={() => !off && onPress()}
  >
    {children}
  </GatedButton>
)

type ChoiceProps = { id: string; label: string; value: Verdict; disabled: boolean; onChange: (value: Verdict) => void }

function DefaultChoice({ id, label, value, disabled, onChange }: ChoiceProps) {
  return (
    <div className="flex min-w-48 flex-col gap-1">
      <Label htmlFor={id}>{label}</Label>
      <Select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === 'APPROVE' ? 'APPROVE' : 'DECLINE')}
      >
        <option value="APPROVE">{t('APPROVE')}</option>
        <option value="DECLINE">{t('DECLINE')}</option>
      </Select>
    </div>
  )
}
