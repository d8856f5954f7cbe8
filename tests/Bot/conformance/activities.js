// Reads activities as a JSON array from a file or standard input and checks each against the schema of the Microsoft 365 Agents SDK.
const { activityZodSchema } = require('../../node_modules/@microsoft/agents-activity')

const activities = JSON.parse(require('fs').readFileSync(process.argv[2] ?? 0, 'utf8'))
let wrong = 0
for (const [i, activity] of activities.entries()) {
  const result = activityZodSchema.safeParse(activity)
  if (result.success) continue
  wrong++
  console.log(`activity ${i}: ${JSON.stringify(result.error.issues)}`)
}
console.log(`${activities.length} checked, ${wrong} wrong`)
process.exit(wrong === 0 ? 0 : 1)
