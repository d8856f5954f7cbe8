using System.Text;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

public sealed class PoisonTests(WholeSystem system)
{
    [Fact]
    public async Task A_message_that_no_function_understands_is_put_aside_and_counted()
    {
        var before = await CountAsync();
        await system.Queue("papers").SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes("no message of ours")));
        await Eventually.Holds(async () => await CountAsync() == before + 1, "The message in papers-poison");
        await system.EmptyAsync("papers");
    }

    async Task<int> CountAsync() => (await system.GetAsync("api/poison"))["queues"]!["papers"]!.GetValue<int>();
}
