using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Shouwang.Functions.Recognition;

/// <summary>Sends the resource's key with each call.</summary>
sealed class KeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", credential.Key);
}
