import { zodResolver } from '@hookform/resolvers/zod'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { ApprovalRule, ApprovalRuleInput } from '#contract/console/approval-rules'
import { FormShell } from '@/components/form/form-shell'
import { pageConfig } from '@/lib/page-config'
import { ruleCurrencies, ruleForm, toRuleForm, toRuleInput } from '../forms/rule-form'
import { ruleSentences } from '../messages'
import { RuleFields } from './rule-fields'

type Props<Variables> = {
  title: string
  rule: Partial<ApprovalRule>
  mutation: UseMutationResult<ApprovalRule, Error, Variables>
  toVariables: (rule: ApprovalRuleInput) => Variables
  onDone: () => void
  submitLabel: string
}

/** The form of a rule, new or changed. It keeps what it began with: a later read must not change what is being typed. */
export function RuleEditor<Variables>({ rule, toVariables, ...shell }: Props<Variables>) {
  const [currencies] = useState(() => ruleCurrencies(rule, pageConfig().currencies))
  const form = useForm({ resolver: zodResolver(ruleForm), defaultValues: toRuleForm(rule, currencies) })
  return (
    <FormShell
      form={form}
      toVariables={(values) => toVariables(toRuleInput(values))}
      sentences={ruleSentences()}
      cancelTo={{ to: '/approvals/rules' }}
      {...shell}
    >
      <RuleFields currencies={currencies} />
    </FormShell>
  )
}
