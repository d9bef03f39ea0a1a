import * as z from 'zod'
import { Id } from '../common'
import { endpoint } from '../endpoint'

/** What the console knows of a user's invitation; the Multi API does not tell. Times in epoch ms. */
export const Invitation = z.object({
  userId: Id,
  sentAt: z.int(),
  /** A month later it is good no more. */
  expiresAt: z.int(),
  /** Accepted through this console; absent also where it was accepted elsewhere. */
  acceptedAt: z.int().optional(),
})
export type Invitation = z.infer<typeof Invitation>

/** The last invitation of every user who was sent one through this console. */
export const invitationsGet = endpoint({
  section: 'entry',
  auth: 'token',
  id: 'invitationsGet',
  summary: 'List invitations',
  method: 'GET',
  path: '/invitations',
  permission: 'users.view',
  responses: { 200: z.object({ invitations: z.array(Invitation) }) },
})
