import * as z from 'zod'
import type { CredentialId, IdentityId } from '../../contract/common'
import { consumerGet } from '../../contract/consumers'
import { Company, CorporateRootUser, corporateGet } from '../../contract/corporates'
import { User, userGetById } from '../../contract/users'
import type { CallUpstream } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'

// Only what is shown: the rest of these documents is none of the session's business, nor a reason not to sign in.
const Person = CorporateRootUser.pick({ name: true, surname: true, email: true })
const CorporateNames = z.object({ company: Company.pick({ name: true }), rootUser: Person })
const ConsumerNames = z.object({ rootUser: Person })
const UserNames = User.pick({ name: true, surname: true, email: true })

type Names = { name: string; email: string; identityName: string }
type Who = { token: string; identity: IdentityId; credentials: CredentialId }

/**
 * How person and identity are called. Somebody who may not read that is still signed in, under the address they typed.
 */
export async function readNames(call: CallUpstream, who: Who, typedEmail: string): Promise<Names> {
  const { token, identity, credentials } = who
  const owner = await readOwner(call, identity, token)
  const person =
    credentials.type === 'USER'
      ? await readAnswer(UserNames, await call(userGetById, { params: { user_id: credentials.id } }, token))
      : owner?.rootUser
  return {
    name: person ? fullName(person) : typedEmail,
    email: person?.email ?? typedEmail,
    identityName: owner?.name ?? identity.id,
  }
}

async function readOwner(call: CallUpstream, identity: IdentityId, token: string) {
  if (identity.type === 'CORPORATE') {
    const corporate = await readAnswer(CorporateNames, await call(corporateGet, {}, token))
    return corporate && { name: corporate.company.name, rootUser: corporate.rootUser }
  }
  const consumer = await readAnswer(ConsumerNames, await call(consumerGet, {}, token))
  return consumer && { name: fullName(consumer.rootUser), rootUser: consumer.rootUser }
}

const fullName = ({ name, surname }: { name: string; surname: string }) => `${name} ${surname}`
