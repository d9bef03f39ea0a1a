import type * as z from 'zod'
import type { Permission } from './permissions'

/** The tags of the published operation index; the menu, the coverage report and the API console group by them. */
export type Section =
  | 'access'
  | 'passwords'
  | 'authentication-factors'
  | 'step-up-challenges'
  | 'confirmation-challenges'
  | 'corporates'
  | 'consumers'
  | 'authorised-users'
  | 'beneficiaries'
  | 'managed-accounts'
  | 'managed-cards'
  | 'linked-accounts'
  | 'sends'
  | 'transfers'
  | 'outgoing-wire-transfers'
  | 'incoming-wire-transfers'
  | 'operations'
  | 'manage'
  // Newer than the index of 3.63.5.
  | 'roles'
  | 'fees'
  | 'transactions'
  | 'card-payments'
  | 'correspondent-bank-transfers'
  | ConsoleSection

/** The console's own resources, under `/api/console`: see `contract/console`. */
export type ConsoleSection = 'console-roles' | 'proposals' | 'audit' | 'events' | 'authorisations' | 'entry'

/** Statuses whose body names a code from a closed list (`{errorCode}`). */
export type CodedStatus = 403 | 404 | 409 | 410

/** One operation of the Multi API, described once. Browser, gateway and sandbox all read this object. */
export type Endpoint = {
  /** The vendor's operationId: query-key head, log label, and the handle of the coverage test. */
  id: string
  section: Section
  /** A few words of our own, shown in the OpenAPI document and the API console. */
  summary: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path template with `{name}` for parameters, relative to `/multi`. */
  path: `/${string}`
  /**
   * `key`: the API key alone; `token`: the API key and a user's bearer token. `webhooks-key`: Weavr makes the call, at the
   * platform's own address, and signs it like a webhook. Of the console's own resources `key` is for who is not signed in.
   */
  auth: 'key' | 'token' | 'webhooks-key'
  /** The API key alone will do as well: the body may hold what stands in for the bearer token. */
  tokenOptional?: true
  params?: z.ZodObject
  query?: z.ZodObject
  /** Query parameters that are not written as `name=value` (arrays repeat the name unless said otherwise). */
  queryStyle?: Record<string, 'comma' | 'exploded'>
  body?: z.ZodType
  /** Request headers of this operation alone, in lower case, all optional. */
  headers?: z.ZodObject
  /** What success looks like, by status; `null` is an empty body. */
  responses: Readonly<Partial<Record<200 | 201 | 204, z.ZodType | null>>>
  /** Documented error codes by status. 403 with STEP_UP_REQUIRED means that the operation may ask for step-up. */
  errors?: Readonly<Partial<Record<CodedStatus, readonly string[]>>>
  /** Refusals that say nothing but their status. */
  bare?: readonly (403 | 423)[]
  /** The body of a 409 that is no coded refusal (`errors[409]` is then absent). */
  conflict?: z.ZodType
  /** What a success is written in where it is not JSON; its schema is then a string of ASCII. */
  media?: 'application/pdf'
  /** Takes an `idempotency-ref`; the caller must then supply one. */
  idempotent?: true
  /** Operations that carry secrets are made by the gateway itself and never proxied for the browser. */
  via?: 'gateway'
  /** A read in spite of its method: its question is too long for an address. Nothing to record, nobody to tell. */
  changesNothing?: true
  permission: Permission | 'public'
  deprecated?: true
  /** Exists only in the document newer than 3.63.5. */
  since?: 'v3'
}

/** Declares an operation and keeps its literal types. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition

type Part = 'params' | 'query' | 'body' | 'headers'
type Sent<E, K extends Part> =
  E extends Record<K, infer S extends z.ZodType>
    ? K extends 'query' | 'headers'
      ? { [P in K]?: z.input<S> }
      : Record<K, z.input<S>>
    : unknown
type Received<E, K extends Part> =
  E extends Record<K, infer S extends z.ZodType>
    ? K extends 'headers'
      ? { headers?: z.output<S> }
      : Record<K, z.output<S>>
    : unknown

/** What a caller passes; a missing body, parameter or idempotency reference does not compile. */
export type Args<E extends Endpoint> = Sent<E, 'params'> &
  Sent<E, 'query'> &
  Sent<E, 'body'> &
  Sent<E, 'headers'> &
  (E extends { idempotent: true } ? { idempotencyRef: string } : unknown)

/** What a sandbox handler receives, already validated. */
export type Req<E extends Endpoint> = Received<E, 'params'> &
  Received<E, 'query'> &
  Received<E, 'body'> &
  Received<E, 'headers'>

type Bodies<R> = { [S in keyof R]: R[S] extends z.ZodType ? z.output<R[S]> : undefined }[keyof R]
/** What a success answers; `undefined` stands for an empty body. */
export type Res<E extends Endpoint> = Bodies<E['responses']>

type Codes<E extends Endpoint, S extends CodedStatus> =
  E['errors'] extends Record<S, readonly (infer C extends string)[]> ? C : never
/** Every documented error code of the operation. */
export type ErrorCode<E extends Endpoint> = Codes<E, 403> | Codes<E, 404> | Codes<E, 409> | Codes<E, 410>
/** The documented conflicts (409) only: what a feature must have a sentence for. */
export type Conflict<E extends Endpoint> = Codes<E, 409>
