import { checkCommand } from './check'
import type { Command } from './command'
import { copyCommand } from './copy'
import { diffCommand } from './diff'
import { explainCommand } from './explain'
import { exportCommand } from './export'
import { findCommand } from './find'
import { importCommand } from './import'
import { mergeCommand } from './merge'
import { newCommand } from './new'
import { statusCommand } from './status'

/** Everything that `entente` can do, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  newCommand,
  importCommand,
  checkCommand,
  findCommand,
  statusCommand,
  explainCommand,
  exportCommand,
  diffCommand,
  mergeCommand,
  copyCommand
]
