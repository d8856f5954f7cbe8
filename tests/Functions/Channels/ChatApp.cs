using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels;

/// <summary>The chat part of the app with the scripted bot, listening on a port of its own.</summary>
sealed class ChatApp(WebApplication app) : IAsyncDisposable
{
    public const string Secret = "secret-of-a-test";
    public const string FriendlyOrigin = "https://county.example";
    public static readonly byte[] SigningKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public Uri Address { get; } = new(app.Urls.Single());

    public IServiceProvider Services => app.Services;

    public static DirectLineOptions Options { get; } = new(Secret, SigningKey, [FriendlyOrigin], PublicUrl: null, Streaming: true);

    public static async Task<ChatApp> StartAsync(Azurite azurite, ScriptedBot bot, DirectLineOptions? options = null, int port = 0, IReadOnlyDictionary<string, string>? settings = null, TimeProvider? clock = null) =>
        new(await ChatHost.StartAsync(azurite, bot, ScriptedBot.Decide, options ?? Options, port, settings, clock));

    /// <summary>Waits until everything taken in has been answered and carried out.</summary>
    public Task SettledAsync() => Services.GetRequiredService<ConversationWork>().SettleAsync(default);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
