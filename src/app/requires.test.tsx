import { expect, it } from 'vitest'
import { bulks, bulksTransferCreate } from '#contract/bulks'
import { approvalRuleCreate, approvalRuleUpdate } from '#contract/console/approval-rules'
import { auditLinesGet } from '#contract/console/audit'
import { listAuthorisations } from '#contract/console/authorisations'
import { eventsGet } from '#contract/console/events'
import { proposalsGet } from '#contract/console/proposals'
import { consoleRoleCreate, consoleRolesGet, consoleRoleUpdate } from '#contract/console/roles'
import { corporateChargeFee, corporateGet, corporateUpdate } from '#contract/corporates'
import { feesGet } from '#contract/fees'
import { managedAccountCreate, managedAccountsGet, managedAccountUpdate } from '#contract/managed-accounts'
import { transferCreate, transfersGet } from '#contract/transfers'
import { userCreate, usersGet, userUpdate } from '#contract/users'
import { createQueryClient } from './query-client'
import { createAppRouter } from './router'
import { rooms } from './shell/rooms'

// Written out in the routes, or the first page would carry the contract; here it is held to it.
it('a page that makes something requires what the operation behind it requires', () => {
  const { routesById } = createAppRouter(createQueryClient())
  const required = Object.values(routesById).flatMap(({ id, options }) =>
    options.staticData?.requires ? [[id, options.staticData.requires]] : [],
  )
  expect(Object.fromEntries(required)).toEqual({
    '/_app/accounts/new': managedAccountCreate.permission,
    '/_app/accounts/$accountId_/edit': managedAccountUpdate.permission,
    '/_app/approvals/rules/new': approvalRuleCreate.permission,
    '/_app/approvals/rules/$ruleId': approvalRuleUpdate.permission,
    '/_app/bulks/new': bulksTransferCreate.permission,
    '/_app/roles/new': consoleRoleCreate.permission,
    '/_app/roles/$roleId_/edit': consoleRoleUpdate.permission,
    '/_app/transfers/new': transferCreate.permission,
    '/_app/profile/edit': corporateUpdate.permission,
    '/_app/profile/email': corporateUpdate.permission,
    '/_app/profile/phone': corporateUpdate.permission,
    '/_app/charges/new': corporateChargeFee.permission,
    '/_app/users/new': userCreate.permission,
    '/_app/users/$userId_/edit': userUpdate.permission,
  })
})

it('a room is open to whoever may read its list', () => {
  expect(Object.fromEntries(rooms.map(({ to, permission }) => [to, permission]))).toEqual({
    '/': undefined,
    '/accounts': managedAccountsGet.permission,
    '/transfers': transfersGet.permission,
    '/bulks': bulks.permission,
    '/approvals': proposalsGet.permission,
    '/users': usersGet.permission,
    '/roles': consoleRolesGet.permission,
    '/authorisations': listAuthorisations.permission,
    '/events': eventsGet.permission,
    '/audit': auditLinesGet.permission,
    '/profile': corporateGet.permission,
    '/charges': feesGet.permission,
    '/security': undefined,
  })
})
