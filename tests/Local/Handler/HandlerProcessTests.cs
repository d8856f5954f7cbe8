using Shouwang.Local.Tests.Support;

namespace Shouwang.Local.Tests.Handler;

public sealed class HandlerProcessTests
{
    [Fact]
    public async Task A_handler_that_ends_with_0_is_never_started_again()
    {
        using var scratch = new Scratch();

        var gone = await Should.ThrowAsync<Exception>(() => LocalSystem.StartAsync(scratch.Options(("EXIT_CODE", "0"))));

        gone.Message.ShouldContain("exit code 0");
        scratch.Called().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_crashes_is_started_again_three_times()
    {
        using var scratch = new Scratch();

        var gone = await Should.ThrowAsync<Exception>(() => LocalSystem.StartAsync(scratch.Options(("EXIT_CODE", "7"))));

        gone.Message.ShouldContain("exit code 7");
        scratch.Called().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Killing_it_on_purpose_does_not_count()
    {
        using var scratch = new Scratch();
        await using var system = await LocalSystem.StartAsync(scratch.Options());

        for (var time = 0; time < 6; time++)
        {
            system.KillHandler();
            await system.HandlerReadyAsync();
        }

        using var http = new HttpClient { BaseAddress = system.Address };
        (await http.GetAsync(new Uri("/api/echo/v", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
        system.Broken.IsCompleted.ShouldBeFalse();
    }
}
