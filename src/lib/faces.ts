import { createContext, useContext } from 'react'
import type { Face } from './text'

/** The face of an identity of the API. */
export const faceOf = (type: 'CORPORATE' | 'CONSUMER' | undefined): Face => (type === 'CONSUMER' ? 'person' : 'company')

/**
 * Whom everything below speaks to. The app says it for whoever is signed in; a page before that (a consumer's
 * onboarding) says it for itself: `<FaceContext value="person">`.
 */
export const FaceContext = createContext<Face | undefined>(undefined)

/** The words of a catalogue with twins, for whoever listens. */
export const useWords = <T>(catalogue: { to: (face: Face) => T }): T =>
  catalogue.to(useContext(FaceContext) ?? 'company')
