import { basename } from 'node:path'
import { MAX_NAME, Name } from '@core/records/text'
import { shownPath } from '@core/text/shown-path'
import { graphWith, VOCABULARIES, vocabularyOf } from '@core/vocabularies/vocabularies'
import { refuseTaken } from '../session/new-graph'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { saveCopy } from '../stores/json/save-copy'
import { processes } from '../stores/lock/holder'
import { StoreError } from '../stores/store'
import { type Command, CommandError, textOf, UsageError } from './command'

const IDS = VOCABULARIES.map(({ id }) => id)

/** `entente new FILE`: a graph without entities, with the types of a vocabulary. */
export const newCommand: Command = {
  name: 'new',
  usage: 'new FILE [--title TEXT] [--vocabulary NAME]',
  summary: 'Begin a graph',
  options: {
    title: { type: 'string', help: 'what heads its figures (the name of the file)' },
    vocabulary: { type: 'string', value: 'NAME', help: `${IDS.join(', ')} (${IDS[0]})` }
  },
  async run(args, io) {
    const [path, ...more] = args.positionals
    if (path === undefined || more.length > 0) throw new UsageError('Name one file to make.')
    const wanted = textOf(args, 'vocabulary') ?? IDS[0] ?? ''
    const vocabulary = vocabularyOf(wanted)
    if (!vocabulary) throw new UsageError(`There is no vocabulary “${wanted}”. Choose one of: ${IDS.join(', ')}.`)
    const title = textOf(args, 'title') ?? titleOf(path)
    const checked = Name.safeParse(title)
    if (!checked.success) throw new UsageError(`The title ${checked.error.issues[0]?.message}. Say --title.`)
    await made(path, graphWith(vocabulary, checked.data))
    io.warn(`${shownPath(path)}: a new graph, “${shownPath(title)}”, with the vocabulary “${vocabulary.label}”.`)
    return 0
  }
}

/** The name of the file without what tells its format, as words. */
const titleOf = (path: string) =>
  basename(path)
    .replace(/(?:\.entente)?\.json$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
    .slice(0, MAX_NAME)

async function made(path: string, graph: Parameters<typeof saveCopy>[2]) {
  try {
    await refuseTaken(disk, path)
    await saveCopy({ fs: disk, processes, now: () => new Date() }, path, graph)
  } catch (error) {
    if (error instanceof StoreError) throw new CommandError(error.message)
    const { why, todo } = whyNot(error)
    throw new CommandError(`${shownPath(path)}: could not be written: ${why}. ${todo}`)
  }
}
