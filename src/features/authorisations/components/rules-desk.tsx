import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  AuthorisationKind,
  AuthorisationRule,
  RuleList as List,
  RuleSet,
} from '#contract/console/authorisation-rules'
import { authorisationKinds } from '#contract/console/authorisation-words'
import { writeAuthorisationRules } from '#contract/console/authorisations'
import { useAccess } from '@/api/access'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { toast } from '@/components/feedback/toast'
import { GatedButton } from '@/components/form/gated-button'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { pageConfig } from '@/lib/page-config'
import { rulesSentences } from '../messages'
import { useWriteRules } from '../mutations'
import { t } from '../text'
import { Rehearsal } from './rehearsal'
import { RuleEditor } from './rule-editor'
import { RuleList } from './rule-list'

const route = getRouteApi('/_app/authorisations/rules')
const back = { to: '/authorisations', label: t('back') } as const

type Draft = List & { base: number }
const draftOf = ({ rules, defaults, version }: RuleSet): Draft => ({ rules, defaults, base: version })

/** The list as it is being changed, and what can be done with it. */
export function RulesDesk({ kept }: { kept: RuleSet }) {
  const { whyNot } = useAccess()
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const [changed, setChanged] = useState<Draft>()
  const write = useWriteRules()
  const reason = whyNot(writeAuthorisationRules.permission)
  const draft = changed ?? draftOf(kept)
  const conflict = changed !== undefined && changed.base !== kept.version
  const ofKind = (kind: AuthorisationKind) => draft.rules.filter((rule) => rule.kind === kind)
  const open = (id: string | undefined) => void navigate({ search: id === undefined ? {} : { edit: id } })

  const replace = (kind: AuthorisationKind, rules: AuthorisationRule[]) =>
    setChanged({ ...draft, rules: authorisationKinds.flatMap((one) => (one === kind ? rules : ofKind(one))) })
  function keep(rule: AuthorisationRule): void {
    const those = ofKind(rule.kind)
    const known = those.some(({ id }) => id === rule.id)
    replace(rule.kind, known ? those.map((one) => (one.id === rule.id ? rule : one)) : [...those, rule])
    toast.success(t('notSavedYet'))
    open(undefined)
  }
  function save(): void {
    const { base: version, rules, defaults } = draft
    write.mutate(
      { body: { version, rules, defaults } },
      {
        onSuccess: () => {
          setChanged(undefined)
          toast.success(t('saved'))
        },
      },
    )
  }

  const edited = draft.rules.find(({ id }) => id === edit)
  const kind = edited?.kind ?? (edit === 'new-wire' ? 'WIRE' : edit === 'new-card' ? 'CARD' : undefined)
  if (kind && reason === undefined)
    return (
      <Page
        key={edit}
        title={t(edited ? 'editTitle' : 'newTitle')}
        back={{ ...back, to: '/authorisations/rules', label: t('rulesTitle') }}
      >
        <RuleEditor
          kind={kind}
          rule={edited}
          currencies={currenciesOf(edited)}
          unsaved={changed !== undefined}
          onKeep={keep}
          onCancel={() => open(undefined)}
        />
      </Page>
    )
  const refused = write.error && readFailure(write.error).code !== 'RULES_CHANGED' ? write.error : undefined
  return (
    <Page
      title={t('rulesTitle')}
      subtitle={t('rulesSubtitle')}
      back={back}
      actions={
        <>
          {changed && (
            <Button variant="ghost" onClick={() => setChanged(undefined)}>
              {t('discard')}
            </Button>
          )}
          <GatedButton
            variant="primary"
            reason={reason ?? offText(changed !== undefined, conflict)}
            busy={write.isPending}
            onClick={save}
          >
            {t('save')}
          </GatedButton>
        </>
      }
    >
      <div className="mb-6 flex flex-col gap-4">
        <p className="text-ink-soft">{aboutOf(kept, changed !== undefined)}</p>
        {conflict && (
          <Notice
            tone="wait"
            title={t('conflictTitle')}
            actions={
              <>
                <Button size="sm" onClick={() => setChanged(undefined)}>
                  {t('takeTheirs')}
                </Button>
                <Button size="sm" onClick={() => setChanged({ ...draft, base: kept.version })}>
                  {t('keepMine')}
                </Button>
              </>
            }
          >
            {t('conflictText')}
          </Notice>
        )}
        {refused && <ErrorView error={refused} sentences={rulesSentences()} />}
      </div>
      {authorisationKinds.map((one) => (
        <RuleList
          key={one}
          kind={one}
          rules={ofKind(one)}
          defaults={draft.defaults[one]}
          reason={reason}
          onChange={(rules) => replace(one, rules)}
          onDefaults={(defaults) => setChanged({ ...draft, defaults: { ...draft.defaults, [one]: defaults } })}
          onEdit={open}
          onAdd={() => open(one === 'CARD' ? 'new-card' : 'new-wire')}
        />
      ))}
      <Rehearsal list={draft} />
      <LeaveGuard when={() => changed !== undefined && !write.isPending} />
    </Page>
  )
}

function offText(isChanged: boolean, conflict: boolean): string | undefined {
  if (!isChanged) return t('nothingToSave')
  return conflict ? t('conflictTitle') : undefined
}

function aboutOf({ version, changedBy }: RuleSet, isChanged: boolean): string {
  const about = version === 0 ? t('firstVersion') : t('changedBy', { version, name: changedBy ?? '' })
  return isChanged ? `${about} · ${t('unsaved')}` : about
}

/** Those of the programme, and whatever else a rule speaks of. */
function currenciesOf(rule: AuthorisationRule | undefined): string[] {
  const { amounts = [], velocity } = rule?.if ?? {}
  const more = [...amounts.map(({ currency }) => currency), velocity?.moreThanAmount?.currency ?? []].flat()
  return [...new Set([...pageConfig().currencies, ...more])]
}
