// One county's instance: storage, form recognition, the function app as a custom handler, and the bot registration.
targetScope = 'resourceGroup'

@description('Six-digit GB/T 2260 code of the county; part of every name.')
@minLength(6)
@maxLength(6)
param county string

@description('The county as people call it, shown as the bot\'s name.')
param countyName string

param location string = resourceGroup().location

@description('Flex Consumption is not offered in every cloud; ElasticPremium runs the same package.')
@allowed(['FlexConsumption', 'ElasticPremium'])
param plan string = 'FlexConsumption'

@description('Document Intelligence can be absent in a sovereign cloud: give the address of an embedded recogniser instead.')
param deployRecognition bool = true

@description('Address of an embedded recogniser; used only where Document Intelligence is not deployed.')
param recognizerEndpoint string = ''

@description('Key of that embedded recogniser.')
@secure()
param recognizerKey string = ''

@description('Registers the app with Azure Bot Service, for Teams, Web Chat and other channels of it.')
param deployBot bool = true

@description('App id of the WeChat service account; empty where there is none.')
param wechatAppId string = ''

@description('Its secret, token and aesKey, from the console.')
@secure()
param wechat object = {}

@description('Template message that says there is news, and its fields: thing1=what,time2=when,phrase3=state.')
param wechatTemplate string = ''
param wechatTemplateFields string = ''

@description('Corp id of WeCom customer service; empty where there is none.')
param wecomCorpId string = ''

@description('Its secret, token and aesKey, from the console.')
@secure()
param wecom object = {}

@description('Storage is reached over private endpoints only.')
param privateNetwork bool = false

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('32 random bytes or more in base64; every signing key of the app is derived from it.')
@secure()
param signingKey string

@description('Application ID that administrators\' Entra ID tokens are made for; their role is Shouwang.Admin.')
param adminAudience string

@description('Days that a deleted paper can still be restored.')
@minValue(7)
@maxValue(365)
param restoreDays int = 30

var token = toLower(uniqueString(subscription().id, resourceGroup().id, county))
var tags = { app: 'shouwang', county: county }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-shouwang-${county}-${token}'
  location: location
  tags: tags
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    name: 'shouwang-${county}'
    location: location
    tags: tags
    storageId: data.outputs.storageId
    storageSuffix: environment().suffixes.storage
  }
}

module data 'modules/data.bicep' = {
  name: 'data'
  params: {
    name: take('sw${county}${token}', 24)
    location: location
    tags: tags
    principalId: identity.properties.principalId
    privateNetwork: privateNetwork
    restoreDays: restoreDays
  }
}

module recognition 'modules/recognition.bicep' = if (deployRecognition) {
  name: 'recognition'
  params: {
    name: 'di-shouwang-${county}-${token}'
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  params: {
    name: take('kv-${county}-${token}', 24)
    location: location
    tags: tags
    principalId: identity.properties.principalId
    signingKey: signingKey
    recognizerKey: recognizerKey
    wechat: wechat
    wecom: wecom
  }
}

var botCloud = environment().name == 'AzureChinaCloud' ? 'china' : environment().name == 'AzureUSGovernment' ? 'usgov' : 'public'
var botSettings = deployBot ? {
  SHOUWANG_BOT_APP_ID: identity.properties.clientId
  SHOUWANG_BOT_TENANT: tenant().tenantId
  SHOUWANG_BOT_CLOUD: botCloud
} : {}
var wechatSettings = empty(wechatAppId) ? {} : {
  SHOUWANG_WECHAT_APP_ID: wechatAppId
  SHOUWANG_WECHAT_TEMPLATE: wechatTemplate
  SHOUWANG_WECHAT_TEMPLATE_FIELDS: wechatTemplateFields
}
var wecomSettings = empty(wecomCorpId) ? {} : { SHOUWANG_WECOM_CORP_ID: wecomCorpId }

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: 'shouwang-${county}-${token}'
    location: location
    tags: tags
    plan: plan
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityPrincipalId: identity.properties.principalId
    storageName: data.outputs.storageName
    packageContainer: data.outputs.packageContainer
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    recognizerEndpoint: deployRecognition ? recognition!.outputs.endpoint : recognizerEndpoint
    recognizerKeyReference: empty(recognizerKey) ? '' : secrets.outputs.recognizerKeyReference
    signingKeyReference: secrets.outputs.signingKeyReference
    adminAudience: adminAudience
    channelSettings: union(botSettings, wechatSettings, wecomSettings, secrets.outputs.wechatSettings, secrets.outputs.wecomSettings)
  }
}

module bot 'modules/bot.bicep' = if (deployBot) {
  name: 'bot'
  params: {
    name: 'bot-shouwang-${county}-${token}'
    displayName: '守望 ${countyName}'
    tags: tags
    endpoint: 'https://${app.outputs.host}/api/messages'
    identityId: identity.id
    identityClientId: identity.properties.clientId
  }
}

output functionAppName string = app.outputs.name
output functionAppHost string = app.outputs.host
output storageName string = data.outputs.storageName
output identityClientId string = identity.properties.clientId
