using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels;

public sealed class DirectLineClientTests(Azurite azurite)
{
    [Fact]
    public async Task The_real_client_loses_and_repeats_nothing_over_dropped_sockets_two_instances_and_a_restart()
    {
        var bot = new ScriptedBot();
        var one = await ChatApp.StartAsync(azurite, bot);
        await using var two = await ChatApp.StartAsync(azurite, bot);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var control = builder.Build();
        control.MapPost("/say", (string conversation, string turn) =>
            two.Services.GetRequiredService<TurnEngine>().TakeAsync(conversation, turn, new PaperRead(new PaperView(turn, "read", null, null, null, null, null, [])), default));
        control.MapPost("/hold", () => { bot.Hold = new TaskCompletionSource(); });
        control.MapPost("/restart", async () =>
        {
            var stopping = one.DisposeAsync();
            bot.Hold!.SetResult();
            bot.Hold = null;
            await stopping;
            one = await ChatApp.StartAsync(azurite, bot, port: one.Address.Port);
        });
        await control.StartAsync();
        try
        {
            await Node.RunAsync("Functions/Channels/direct-line.cjs", Trim(one.Address), Trim(two.Address), ChatApp.Secret, Trim(new Uri(control.Urls.Single())));
        }
        finally
        {
            await one.DisposeAsync();
        }
    }

    static string Trim(Uri address) => address.ToString().TrimEnd('/');
}
