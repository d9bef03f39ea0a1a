import { zodResolver } from '@hookform/resolvers/zod'
import type { UseMutationResult } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { ConsoleRole, RoleOrder } from '#contract/console/roles'
import { useAccess } from '@/api/access'
import { FormShell } from '@/components/form/form-shell'
import { pageConfig } from '@/lib/page-config'
import { limitCurrencies, roleForm, toRoleForm, toRoleOrder } from '../forms/role-form'
import { RoleFields } from './role-fields'

type Props<Variables> = {
  title: string
  /** What the form begins with. */
  role: Partial<ConsoleRole>
  zone: string
  mutation: UseMutationResult<ConsoleRole, Error, Variables>
  toVariables: (order: RoleOrder) => Variables
  onDone: (role: ConsoleRole) => void
  submitLabel: string
  cancelTo: LinkProps
  sentences: Record<string, string>
}

/** The form of a role, new or changed. It keeps what it began with: a later read must not change what is being typed. */
export function RoleEditor<Variables>({ role, zone, toVariables, ...shell }: Props<Variables>) {
  const { access } = useAccess()
  const limits = access?.limits ?? []
  const [currencies] = useState(() =>
    limitCurrencies(role, [...new Set([...pageConfig().currencies, ...limits.map(({ currency }) => currency)])]),
  )
  const form = useForm({ resolver: zodResolver(roleForm(limits)), defaultValues: toRoleForm(role, currencies) })
  return (
    <FormShell form={form} toVariables={(values) => toVariables(toRoleOrder(values))} {...shell}>
      <RoleFields currencies={currencies} zone={zone} />
    </FormShell>
  )
}
