import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../storage/schema'

/** One rule of the books: how many things were looked at, and which of them break it. */
export type Finding = { rule: string; checked: number; violations: string[] }

type Row = { subject: string }

/** Reads the whole database and checks that money is neither made nor lost. Changes nothing. */
export async function checkBooks(db: Kysely<Tables>): Promise<Finding[]> {
  const find = async (rule: string, table: keyof Tables, query: ReturnType<typeof sql<Row>>): Promise<Finding> => {
    const { checked } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('checked'))
      .executeTakeFirstOrThrow()
    const { rows } = await query.execute(db)
    return { rule, checked: Number(checked), violations: rows.map((row) => row.subject) }
  }
  return [
    await find(
      'the rows of a posting sum to zero in each currency',
      'sandbox_ledger_entry',
      sql<Row>`select posting_id as subject from sandbox_ledger_entry group by posting_id, currency
        having sum(actual) <> 0 or sum(available) <> 0`,
    ),
    await find(
      'a balance is the sum of its entries',
      'sandbox_instrument',
      sql<Row>`select i.id as subject from sandbox_instrument i
        left join (select account, sum(actual) as actual, sum(available) as available
          from sandbox_ledger_entry group by account) e on e.account = i.id
        where i.actual_balance <> coalesce(e.actual, 0) or i.available_balance <> coalesce(e.available, 0)`,
    ),
    await find(
      'each entry starts where the one before it ended',
      'sandbox_ledger_entry',
      sql<Row>`select account as subject from (
          select account, actual, available, actual_after, available_after,
            coalesce(lag(actual_after) over w, 0) as actual_before,
            coalesce(lag(available_after) over w, 0) as available_before
          from sandbox_ledger_entry window w as (partition by account order by id)) chain
        where actual_after <> actual_before + actual or available_after <> available_before + available
        group by account`,
    ),
    await find(
      'no customer has less than nothing to spend',
      'sandbox_instrument',
      sql<Row>`select id as subject from sandbox_instrument
        where available_balance < 0 and identity_id <> 'system'`,
    ),
    await find(
      'a completed transfer was booked once, any other never',
      'sandbox_transfer',
      sql<Row>`select t.id as subject from sandbox_transfer t
        left join (select transaction_id, count(distinct posting_id) as postings from sandbox_ledger_entry
          where transaction_type = 'TRANSFER' group by transaction_id) e on e.transaction_id = t.id
        where coalesce(e.postings, 0) <> case when t.state = 'COMPLETED' then 1 else 0 end`,
    ),
    await find(
      'a wire holds its amount and fee while it is on its way, and nothing otherwise',
      'sandbox_wire',
      sql<Row>`select w.id as subject from sandbox_wire w
        left join (select transaction_id, account, sum(actual - available) as held
          from sandbox_ledger_entry group by transaction_id, account) e
          on e.transaction_id = w.id and e.account = w.source_id
        where coalesce(e.held, 0) <> case when w.state in ('SUBMITTED', 'APPROVED') then w.amount + w.fee else 0 end`,
    ),
    await find(
      'a completed wire was booked once, a returned one also back, any other never',
      'sandbox_wire',
      sql<Row>`select w.id as subject from sandbox_wire w
        left join (select transaction_id, account, count(distinct posting_id) as postings, sum(actual) as moved
          from sandbox_ledger_entry where transaction_type = 'OUTGOING_WIRE_TRANSFER'
          group by transaction_id, account) e on e.transaction_id = w.id and e.account = w.source_id
        where coalesce(e.postings, 0) <> case w.state when 'COMPLETED' then 1 when 'RETURNED' then 2 else 0 end
          or coalesce(e.moved, 0) <> case w.state when 'COMPLETED' then -w.amount else 0 end`,
    ),
    await find(
      'an incoming wire is in the books unless it was rejected, and to be spent once it is completed',
      'sandbox_deposit',
      sql<Row>`select d.id as subject from sandbox_deposit d
        left join (select transaction_id, account, sum(actual) as actual, sum(available) as available
          from sandbox_ledger_entry group by transaction_id, account) e
          on e.transaction_id = d.id and e.account = d.instrument_id
        where coalesce(e.actual, 0) <> case when d.state = 'REJECTED' then 0 else d.amount end
          or coalesce(e.available, 0) <> case when d.state = 'COMPLETED' then d.amount else 0 end`,
    ),
    await find(
      'a card payment holds and has moved what its lines say, and holds only while it is on its way',
      'sandbox_card_payment',
      sql<Row>`select p.id as subject from sandbox_card_payment p
        left join (select v.payment_id, e.account, sum(e.actual - e.available) as held, sum(e.actual) as moved
          from sandbox_card_payment_event v join sandbox_ledger_entry e on e.transaction_id = v.id
          group by v.payment_id, e.account) e on e.payment_id = p.id and e.account = p.account_id
        where coalesce(e.held, 0) <> p.held or coalesce(e.moved, 0) <> p.moved
          or (p.held > 0) <> (p.status = 'SETTLEMENT_IN_PROGRESS')`,
    ),
    await find(
      'what is in the books of a customer and cannot be spent is held by something',
      'sandbox_instrument',
      sql<Row>`select i.id as subject from sandbox_instrument i
        left join (select account, sum(held) as held from (
            select source_id as account, amount + fee as held from sandbox_wire
              where state in ('SUBMITTED', 'APPROVED')
            union all select source_id, amount from sandbox_correspondent_transfer
              where state in ('SUBMITTED', 'APPROVED')
            union all select instrument_id, amount from sandbox_deposit where state = 'PENDING'
            union all select account_id, held from sandbox_card_payment) holds
          group by account) h on h.account = i.id
        where i.identity_id <> 'system' and i.actual_balance - i.available_balance <> coalesce(h.held, 0)`,
    ),
    await find(
      'the counters of a bulk are what its rows say',
      'sandbox_bulk',
      sql<Row>`select b.id as subject from sandbox_bulk b
        left join (select bulk_id, count(*) as items,
            sum(case when status = 'COMPLETED' then 1 else 0 end) as completed,
            sum(case when status = 'FAILED' then 1 else 0 end) as failed,
            sum(case when status = 'CANCELLED' then 1 else 0 end) as cancelled
          from sandbox_bulk_operation group by bulk_id) o on o.bulk_id = b.id
        where b.item_count <> coalesce(o.items, 0) or b.completed_count <> coalesce(o.completed, 0)
          or b.failed_count <> coalesce(o.failed, 0) or b.cancelled_count <> coalesce(o.cancelled, 0)`,
    ),
  ]
}
