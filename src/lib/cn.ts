import { type ClassValue, clsx } from 'clsx'

/** Joins class names. Nothing is merged: a `className` places a component, it never restyles it (docs/guides/look.md). */
export const cn = (...inputs: ClassValue[]): string => clsx(inputs)
