// Blobs, queues and tables of one county. Opened by managed identity only.
param name string
param location string
param tags object
param principalId string
param privateNetwork bool
param restoreDays int

// The poison queues are made by the Functions host.
var queues = [
  'papers'
  'turns'
]
var tables = [
  'Calls'
  'Claims'
  'Conversations'
  'Enrolments'
  'Folders'
  'Ledger'
  'Papers'
  'Sheets'
  'Staff'
  'Ties'
  'UnfinishedMoves'
  'Uploads'
  'Villages'
  'Volunteers'
  'WaitingFolders'
]
var containers = [
  'app-package'
  'board'
  'claims'
  'deletions'
  'originals'
]

// Storage Blob Data Owner, Storage Queue Data Contributor, Storage Table Data Contributor
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
]

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: restoreDays }
    containerDeleteRetentionPolicy: { enabled: true, days: restoreDays }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [for c in containers: {
  parent: blobService
  name: c
  properties: { publicAccess: 'None' }
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: storage
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [for q in queues: {
  parent: queueService
  name: q
}]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: storage
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [for t in tables: {
  parent: tableService
  name: t
}]

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for r in roles: {
  name: guid(storage.id, principalId, r)
  scope: storage
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', r)
  }
}]

output storageId string = storage.id
output storageName string = storage.name
output packageContainer string = containers[0]
