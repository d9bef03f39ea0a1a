import type { AuthorisationKind, RuleAction, RuleList, RuleSet } from '../../contract/console/authorisation-rules'
import type { Asked } from './asked'
import { conditionsOf, type Facts } from './conditions'

export type MatchedRule = { id: string; name: string; action: RuleAction; position: number }
/** What the rules say of a request: of one of them, or of their default. */
export type Outcome =
  | { by: 'RULE'; action: RuleAction; rule: MatchedRule; reason: string }
  | { by: 'UNMATCHED'; action: 'APPROVE' | 'DECLINE' }

export type CompiledRules = {
  version: number
  defaults: RuleList['defaults']
  /** The windows of time, in minutes, that rules of a kind want to know the velocity in. */
  windows: Readonly<Record<AuthorisationKind, readonly number[]>>
  decide: (asked: Asked, facts: Facts) => Outcome
}

/** Reads a list of rules once, for many requests. Pure: the same rules, request and facts have the same outcome. */
export function compileRules({
  rules,
  defaults,
  version,
}: RuleList & Partial<Pick<RuleSet, 'version'>>): CompiledRules {
  const ofKind = (kind: AuthorisationKind) =>
    rules
      .filter((rule) => rule.kind === kind)
      // Numbered as a person sees them, rules that are off included.
      .map((rule, at) => ({ rule, position: at + 1 }))
      .filter(({ rule }) => rule.on)
      .map(({ rule, position }) => ({ rule, position, holds: conditionsOf(rule) }))
  const compiled = { CARD: ofKind('CARD'), WIRE: ofKind('WIRE') }
  const windowsOf = (kind: AuthorisationKind) => [
    ...new Set(compiled[kind].flatMap(({ rule }) => rule.if.velocity?.withinMinutes ?? [])),
  ]

  return {
    version: version ?? 0,
    defaults,
    windows: { CARD: windowsOf('CARD'), WIRE: windowsOf('WIRE') },
    decide(asked, facts) {
      const match = compiled[asked.kind].find(({ holds }) => holds(asked, facts))
      if (!match) return { by: 'UNMATCHED', action: defaults[asked.kind].unmatched }
      const { rule, position } = match
      const { id, name, action, reason } = rule
      return { by: 'RULE', action, rule: { id, name, action, position }, reason }
    },
  }
}
