import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { startDesk } from './desk-client'
import { createDeskStore, type DeskState, type DeskStore } from './desk-store'

/** A desk for the life of the page; its worker ends with it, the draft stays in the browser. */
export function useNewDesk(): DeskStore {
  const [desk] = useState(() => createDeskStore(startDesk))
  useEffect(() => () => desk.close(), [desk])
  return desk
}

const DeskContext = createContext<DeskStore | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

export function useDesk(): DeskStore {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('No desk above this part')
  return desk
}

export const useDeskState = (desk: DeskStore): DeskState => useSyncExternalStore(desk.subscribe, desk.state)
