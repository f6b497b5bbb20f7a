import { type DateFault, dateFaults } from '../records/dates-of-record'
import type { AnyRecord } from '../records/records'
import { isSentence } from '../text/problem-messages'
import { fieldLabel } from './field-labels'

/** What is wrong with the dates of a record, a sentence or two each: “True when: There is no month 13. …”. */
export const dateFaultsInWords = (record: AnyRecord): readonly string[] => dateFaults(record.kind, record).map(inWords)

const inWords = ({ field, words }: DateFault) =>
  isSentence(words) ? `${fieldLabel(field)}: ${words}` : `${fieldLabel(field)} ${words}.`
