import { quote } from '../../text/quote'
import { captionText } from '../caption'
import type { StableKey } from '../stable-key'
import type { ExternalValue } from '../value'
import { textOf } from '../value-text'
import { MARK, type Operation } from './operation'

/** What an operation does, in a sentence: the list of a write-back's preview. */
export function operationLabel(operation: Operation): string {
  switch (operation.do) {
    case 'create-node':
      return `Add the node ${said(operation.name)} with the label ${operation.key.label}${withProperties(operation)}.`
    case 'delete-node':
      return `Remove the node ${said(operation.name)} that was added.`
    case 'set-property':
      return `${propertyWords(operation)} of ${said(operation.name)} (${keyWords(operation.key)}).`
    case 'create-relationship':
      return `Add the relationship ${said(operation.names[0])} → ${operation.type} → ${said(operation.names[1])}.`
    case 'delete-relationship':
      return `Remove the relationship ${said(operation.names[0])} → ${operation.type} → ${said(operation.names[1])} that was added.`
  }
}

/** Values are shown whole, up to this length, as the user checks them before they are written. */
const said = (text: string) => quote(text, 400)

const keyWords = ({ label, property, value }: StableKey) => `${label} with ${property} ${valueWords(value)}`

function propertyWords({ property, before, after }: Extract<Operation, { do: 'set-property' }>): string {
  if (after.type === 'null') return `Remove ${property}, now ${valueWords(before)},`
  if (before.type === 'null') return `Set ${property} to ${valueWords(after)}`
  return `Change ${property} from ${valueWords(before)} to ${valueWords(after)}`
}

function withProperties({ properties }: Extract<Operation, { do: 'create-node' }>): string {
  const own = properties.filter(([name]) => name !== MARK)
  return own.length === 0 ? '' : `: ${own.map(([name, value]) => `${name} ${valueWords(value)}`).join(', ')}`
}

const valueWords = (value: ExternalValue) =>
  value.type === 'string' ? said(value.text) : captionText(value) || textOf(value)
