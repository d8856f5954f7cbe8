using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Tests.Tables;

public sealed class TableSigningTests
{
    [Fact]
    public async Task A_token_for_storage_is_sent_as_bearer()
    {
        var wire = new Wire();
        var credential = new FixedCredential();
        var service = new TableServiceClient(new Uri("https://sample.table.core.chinacloudapi.cn"), credential, new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(wire)) });

        await service.GetTableClient("ledger").AddEntityAsync(new TableEntity("p", "r"));

        wire.Seen!.Headers.Authorization!.ToString().ShouldBe("Bearer a-token");
        wire.Seen.RequestUri.ShouldBe(new Uri("https://sample.table.core.chinacloudapi.cn/ledger"));
        credential.Scopes.ShouldBe(["https://storage.azure.com/.default"]);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/ledger")]
    [InlineData("UseDevelopmentStorage=true;", "http://127.0.0.1:10002/devstoreaccount1/ledger")]
    [InlineData("AccountName=sample;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn", "https://sample.table.core.chinacloudapi.cn/ledger")]
    [InlineData("DefaultEndpointsProtocol=http; AccountName=devstoreaccount1; AccountKey=a2V5; TableEndpoint=http://127.0.0.1:31002/devstoreaccount1/;", "http://127.0.0.1:31002/devstoreaccount1/ledger")]
    public async Task A_connection_string_leads_to_its_account(string connectionString, string address)
    {
        var wire = new Wire();
        var service = new TableServiceClient(connectionString, new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(wire)) });

        await service.GetTableClient("ledger").AddEntityAsync(new TableEntity("p", "r"));

        wire.Seen!.RequestUri!.AbsoluteUri.ShouldBe(address);
        wire.Seen.Headers.Authorization!.Scheme.ShouldBe("SharedKeyLite");
    }

    [Theory]
    [InlineData("AccountName=sample", "AccountKey")]
    [InlineData("AccountKey=a2V5", "AccountName")]
    [InlineData("AccountName=sample;AccountKey=geheim!", "AccountKey")]
    [InlineData("AccountName=sample;geheim!", "name=value")]
    [InlineData("AccountName=sample;AccountKey=a2V5;TableEndpoint=geheim!", "TableEndpoint")]
    public void A_broken_connection_string_is_explained_without_being_shown(string connectionString, string names)
    {
        var broken = Should.Throw<FormatException>(() => new TableServiceClient(connectionString));

        broken.Message.ShouldContain(names);
        broken.Message.ShouldNotContain("geheim");
    }

    sealed class Wire : HttpMessageHandler
    {
        public HttpRequestMessage? Seen { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen = request;
            return new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new ByteArrayContent([]) };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }

    sealed class FixedCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("a-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
