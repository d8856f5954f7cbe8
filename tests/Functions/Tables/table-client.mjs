// The official table client, driven by TableConformanceTests: node table-client.mjs write|read|update <connection string> <table> [etag]
import { TableClient } from '@azure/data-tables';

const [task, connection, name, etag] = process.argv.slice(2);
const table = TableClient.fromConnectionString(connection, name, { allowInsecureConnection: true });

async function write() {
  await table.createTable();
  await table.createEntity({
    partitionKey: "守望村 'A'", rowKey: '行',
    Text: "一千二百元 “引号” 'x' 🌾", Flag: true, Int: -7,
    Long: { type: 'Int64', value: '9007199254740993' },
    Double: 0.1,
    Whole: { type: 'Double', value: '3' },
    Time: new Date('2026-03-01T09:30:15.123Z'),
    Id: { type: 'Guid', value: '0f8fad5b-d9cb-469f-a165-70867728950e' },
    Bytes: new Uint8Array([0, 255, 7]),
  });
  const rows = Array.from({ length: 1001 }, (_, n) => ['create', { partitionKey: 'many', rowKey: String(n).padStart(5, '0') }]);
  for (let at = 0; at < rows.length; at += 100) await table.submitTransaction(rows.slice(at, at + 100));
}

async function read() {
  const show = value =>
    typeof value === 'bigint' ? `bigint ${value}`
      : value instanceof Uint8Array ? `bytes ${[...value]}`
        : value instanceof Date ? value.toISOString()
          : value?.type ? `${value.type} ${value.value}` : value;
  const row = await table.getEntity("守望村 'A'", '行');
  const batch = [];
  for await (const entity of table.listEntities({ queryOptions: { filter: "PartitionKey eq 'batch'" } })) batch.push(`${entity.rowKey}=${entity.N}`);
  console.log(JSON.stringify({ row: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, show(value)])), batch }));
}

async function update() {
  await table.updateEntity({ partitionKey: 'p', rowKey: 'r', N: 2 }, 'Replace', { etag });
  console.log((await table.getEntity('p', 'r')).etag);
}

await { write, read, update }[task]();
