// The vault that holds the signing key, the secrets of the channels and, where there is one, the key of an embedded recogniser.
param name string
param location string
param tags object
param principalId string
@secure()
param signingKey string
@secure()
param recognizerKey string
@description('secret, token and aesKey of the WeChat service account; empty where there is none.')
@secure()
param wechat object
@description('secret, token and aesKey of WeCom customer service; empty where there is none.')
@secure()
param wecom object

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource signing 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'signing-key'
  properties: { value: signingKey }
}

resource recognizer 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(recognizerKey)) {
  parent: vault
  name: 'recognizer-key'
  properties: { value: recognizerKey }
}

resource wechatSecrets 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [for name in ['secret', 'token', 'aesKey']: if (!empty(wechat)) {
  parent: vault
  name: 'wechat-${name}'
  properties: { value: wechat[name] }
}]

resource wecomSecrets 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [for name in ['secret', 'token', 'aesKey']: if (!empty(wecom)) {
  parent: vault
  name: 'wecom-${name}'
  properties: { value: wecom[name] }
}]

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

output signingKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${signing.name})'
output recognizerKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=recognizer-key)'
output wechatSettings object = empty(wechat) ? {} : {
  SHOUWANG_WECHAT_SECRET: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=wechat-secret)'
  SHOUWANG_WECHAT_TOKEN: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=wechat-token)'
  SHOUWANG_WECHAT_AES_KEY: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=wechat-aesKey)'
}
output wecomSettings object = empty(wecom) ? {} : {
  SHOUWANG_WECOM_SECRET: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=wecom-secret)'
  SHOUWANG_WECOM_TOKEN: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=wecom-token)'
  SHOUWANG_WECOM_AES_KEY: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=wecom-aesKey)'
}
