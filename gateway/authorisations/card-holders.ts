import type { Logger } from 'pino'
import * as z from 'zod'
import type { ManagedCard } from '../../contract/managed-card'
import { managedCardCreate, managedCardGet, managedCardsGet, managedCardUpdate } from '../../contract/managed-cards'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { softly } from '../../storage/softly'
import type { Guard } from '../guard/guard'
import type { Session } from '../session/session-table'
import type { CallUpstream } from '../upstream/call-upstream'

/** Real time: how long a holder is taken from memory. */
const TRUST_MS = 30_000
const MANY = 10_000
const PAGE = 100
const MOST_PAGES = 50
const telling: ReadonlySet<string> = new Set(
  [managedCardCreate, managedCardGet, managedCardsGet, managedCardUpdate].map(({ id }) => id),
)

export type CardHolder = { name: string; userId: string | null }
const Seen = z.object({ id: z.string(), nameOnCard: z.string(), userId: z.string().optional() })
const Page = z.object({ cards: z.array(Seen), count: z.number() })

export type CardHolders = ReturnType<typeof createCardHolders>

/**
 * Whose a card is. The platform does not say so when it asks about a purchase, and the gateway has no token of its own to
 * ask it with; so it keeps the names that pass by in answers to people, and reads all cards with the token of whoever
 * saves a rule that looks at holders. A card that nobody has seen yet has no holder here, and no such rule matches it.
 */
export function createCardHolders(store: Store, clock: Clock, callUpstream: CallUpstream, log: Pick<Logger, 'error'>) {
  const { db } = store
  const near = new Map<string, { until: number; holder: CardHolder | undefined }>()

  async function note(identityId: string, cards: readonly Pick<ManagedCard, 'id' | 'nameOnCard' | 'userId'>[]) {
    for (const { id, nameOnCard, userId = null } of cards) {
      const known = near.get(id)?.holder
      if (known?.name === nameOnCard && known.userId === userId) continue
      const seen = { identity_id: identityId, name: nameOnCard, user_id: userId, seen_at: clock.now() }
      await softly(store, (on) =>
        on
          .insertInto('gateway_card_holder')
          .values({ card_id: id, ...seen })
          .onConflict((oc) => oc.column('card_id').doUpdateSet(seen))
          .execute(),
      )
      near.set(id, { until: Date.now() + TRUST_MS, holder: { name: nameOnCard, userId } })
    }
  }

  /** Cards in an answer of the platform, whether it is one or a list. */
  function cardsIn(answer: unknown): z.infer<typeof Seen>[] {
    const page = Page.safeParse(answer)
    if (page.success) return page.data.cards
    const one = Seen.safeParse(answer)
    return one.success ? [one.data] : []
  }

  return {
    forget: () => near.clear(),

    async of(cardId: string): Promise<CardHolder | undefined> {
      const now = Date.now()
      const known = near.get(cardId)
      if (known && known.until > now) return known.holder
      const row = await db
        .selectFrom('gateway_card_holder')
        .select(['name', 'user_id as userId'])
        .where('card_id', '=', cardId)
        .executeTakeFirst()
      if (near.size >= MANY) near.clear()
      near.set(cardId, { until: now + TRUST_MS, holder: row })
      return row
    },

    /** Reads every card of the identity, for as far as the person's token reaches. */
    async readAll({ token, identity }: Session): Promise<void> {
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await callUpstream(managedCardsGet, { query: { offset: page * PAGE, limit: PAGE } }, token)
        if (!answer.ok) return
        const read = Page.safeParse(await answer.json())
        if (!read.success) return
        await note(identity.id, read.data.cards)
        if ((page + 1) * PAGE >= read.data.count) return
      }
    },

    /** Notes the cards that people read and make. */
    guard: {
      async after({ ep, session }, answer) {
        if (!telling.has(ep.id) || !answer.ok) return answer
        try {
          await note(session.identity.id, cardsIn(await answer.clone().json()))
        } catch (error) {
          // The card is made or read: whoever asked is to have the answer all the same.
          log.error({ err: error, operation: ep.id }, 'noting the holders of cards failed')
        }
        return answer
      },
    } satisfies Guard,
  }
}
