using '../main.bicep'

// Jiangyin
param county = '320281'
param countyName = '江阴市'
param signingKey = readEnvironmentVariable('SHOUWANG_SIGNING_KEY')
param adminAudience = readEnvironmentVariable('SHOUWANG_ENTRA_AUDIENCE')
