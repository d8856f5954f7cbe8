// The function app: the custom handler on Flex Consumption or Elastic Premium, its settings and its telemetry.
param name string
param location string
param tags object
@allowed(['FlexConsumption', 'ElasticPremium'])
param plan string
param instanceMemoryMB int
param maximumInstanceCount int
param identityId string
param identityClientId string
param identityPrincipalId string
param storageName string
param packageContainer string
param subnetId string
param recognizerEndpoint string
param recognizerKeyReference string
param signingKeyReference string
param adminAudience string
@description('Settings of the channels that are connected.')
param channelSettings object

var flex = plan == 'FlexConsumption'
var suffix = environment().suffixes.storage
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var settings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${suffix}'
  AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${suffix}'
  AzureWebJobsStorage__tableServiceUri: 'https://${storageName}.table.${suffix}'
  AZURE_CLIENT_ID: identityClientId
  AZURE_AUTHORITY_HOST: environment().authentication.loginEndpoint
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  SHOUWANG_ENTRA_AUTHORITY: '${environment().authentication.loginEndpoint}${tenant().tenantId}/'
  SHOUWANG_ENTRA_AUDIENCE: adminAudience
  SHOUWANG_PUBLIC_URL: 'https://${site.properties.defaultHostName}'
  SHOUWANG_RECOGNIZER_ENDPOINT: recognizerEndpoint
  SHOUWANG_RECOGNIZER_KEY: recognizerKeyReference
  SHOUWANG_SIGNING_KEY: signingKeyReference
  // Else the platform shows a page of its own at the bare address, where ours says the ways in.
  AzureWebJobsDisableHomepage: 'true'
  // The platform's front end is not promised to pass WebSockets to a custom handler; the chat page polls instead.
  SHOUWANG_STREAMING: 'off'
}
var elasticSettings = {
  FUNCTIONS_WORKER_RUNTIME: 'custom'
  FUNCTIONS_EXTENSION_VERSION: '~4'
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    retentionInDays: 30
    sku: { name: 'PerGB2018' }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identityPrincipalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource farm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: flex ? { name: 'FC1', tier: 'FlexConsumption' } : { name: 'EP1', tier: 'ElasticPremium' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${name}'
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: flex ? {
      runtime: { name: 'custom', version: '1.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${storageName}.blob.${suffix}/${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
    } : null
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: flex ? union(settings, channelSettings) : union(settings, channelSettings, elasticSettings)
}

output name string = site.name
output host string = site.properties.defaultHostName
