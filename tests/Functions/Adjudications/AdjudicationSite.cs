using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Adjudications;

namespace Shouwang.Functions.Tests.Adjudications;

/// <summary>The adjudication calls alone, behind a real socket.</summary>
internal sealed class AdjudicationSite : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private WebApplication app = null!;

    public async ValueTask StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        app = builder.Build();
        app.MapAdjudications();
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> Post(string body) => Post("/api/adjudications", Encoding.UTF8.GetBytes(body));

    public Task<(HttpStatusCode Status, JsonElement Answer)> PostYear(string body) => Post("/api/adjudications/year", Encoding.UTF8.GetBytes(body));

    public async Task<(HttpStatusCode Status, JsonElement Answer)> Post(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, document.RootElement.Clone());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
