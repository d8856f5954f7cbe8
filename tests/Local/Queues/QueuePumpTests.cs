using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Shouwang.Local.Tests.Support;

namespace Shouwang.Local.Tests.Queues;

public sealed class QueuePumpTests(RunningSystem running)
{
    readonly string _id = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task A_text_reaches_the_function_encoded_twice()
    {
        await running.SendAsync($"单据 {_id} \"ready\"");

        var payload = (await Call()).GetProperty("payload");

        JsonSerializer.Deserialize<string>(payload.GetProperty("Data").GetProperty("item").GetString()!).ShouldBe($"单据 {_id} \"ready\"");
        var metadata = payload.GetProperty("Metadata");
        metadata.GetProperty("DequeueCount").GetString().ShouldBe("1");
        metadata.GetProperty("Id").GetString()!.ShouldStartWith("\"");
        metadata.GetProperty("PopReceipt").GetString()!.ShouldStartWith("\"");
        metadata.GetProperty("ExpirationTime").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$");
        metadata.GetProperty("sys").GetProperty("MethodName").GetString().ShouldBe("Work");
        metadata.TryGetProperty("QueueTrigger", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Properties_of_a_json_message_hide_the_queues_own()
    {
        await running.SendAsync(new JsonObject { ["do"] = "succeed", ["id"] = _id, ["dequeueCount"] = 99, ["ok"] = true, ["nested"] = new JsonObject { ["a"] = 1 }, ["list"] = new JsonArray(1), ["myTrigger"] = "x", ["none"] = null }.ToJsonString());

        var metadata = (await Call()).GetProperty("payload").GetProperty("Metadata");

        metadata.GetProperty("Id").GetString().ShouldBe($"\"{_id}\"");
        metadata.GetProperty("DequeueCount").GetString().ShouldBe("\"99\"");
        metadata.GetProperty("ok").GetString().ShouldBe("\"True\"");
        metadata.GetProperty("nested").GetProperty("a").GetInt32().ShouldBe(1);
        metadata.TryGetProperty("list", out _).ShouldBeFalse();
        metadata.TryGetProperty("myTrigger", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("fail"), InlineData("empty"), InlineData("array"), InlineData("plain")]
    public async Task A_message_that_keeps_failing_goes_to_the_poison_queue_as_it_was(string how)
    {
        var message = new JsonObject { ["do"] = how, ["claimId"] = _id }.ToJsonString();
        await running.SendAsync(message);

        (await running.TakeAsync("work-poison", _id)).ShouldBe(message);

        running.CallsWith(_id).Select(c => c.GetProperty("payload").GetProperty("Metadata").GetProperty("DequeueCount").GetString()).ShouldBe(["1", "2", "3"]);
        running.HostLog.ShouldNotContain(_id);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_the_poison_queue_without_a_call()
    {
        await running.Queue("work").SendMessageAsync($"<{_id}>");

        (await running.TakeAsync("work-poison", _id)).ShouldBe($"<{_id}>");

        running.CallsWith(_id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Success_takes_the_message_out_of_the_queue()
    {
        using var scratch = new Scratch();
        await using var system = await LocalSystem.StartAsync(scratch.Options());
        var queue = Scratch.Queue(system, "work");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(Convert.ToBase64String("done"u8));

        await Eventually.Is(async () => scratch.Called().Count > 0 && (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0 ? "" : null, "the empty queue");

        scratch.Called().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_output_becomes_a_message_for_each_element()
    {
        await running.SendAsync(new JsonObject { ["do"] = "output", ["next"] = new JsonArray(new JsonObject { ["claimId"] = $"{_id}-1" }, $"{_id}-2") }.ToJsonString());

        (await running.TakeAsync("next", $"{_id}-1")).ShouldBe($$"""{"claimId":"{{_id}}-1"}""");
        (await running.TakeAsync("next", $"{_id}-2")).ShouldBe($"{_id}-2");
    }

    [Fact]
    public async Task A_lease_is_renewed_while_the_function_runs()
    {
        using var scratch = new Scratch();
        var done = Path.Combine(scratch.Folder, "done");
        await using var system = await LocalSystem.StartAsync(scratch.Options(("AzureFunctionsJobHost__extensions__queues__lease", "00:00:04")));
        var queue = Scratch.Queue(system, "work");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { @do = "wait", until = done })));

        await Eventually.Holds(() => scratch.Log("host").Split("lease was renewed").Length > 3, "the third renewal");
        await File.WriteAllTextAsync(done, "");
        await Eventually.Is(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0 ? "" : null, "the empty queue");

        scratch.Called().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_handler_gets_the_message_again()
    {
        using var scratch = new Scratch();
        var done = Path.Combine(scratch.Folder, "done");
        await using var system = await LocalSystem.StartAsync(scratch.Options());
        var queue = Scratch.Queue(system, "work");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { @do = "wait", until = done })));
        await Eventually.Holds(() => scratch.Called().Count == 1, "the first call");

        system.KillHandler();
        await File.WriteAllTextAsync(done, "");
        await Eventually.Is(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0 ? "" : null, "the empty queue");

        var calls = scratch.Called();
        calls.Count.ShouldBe(2);
        calls[1].GetProperty("payload").GetProperty("Metadata").GetProperty("DequeueCount").GetString().ShouldBe("2");
        calls.Select(c => c.GetProperty("pid").GetInt32()).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_call_beyond_functionTimeout_restarts_the_handler_and_fails()
    {
        using var scratch = new Scratch();
        await using var system = await LocalSystem.StartAsync(scratch.Options(("AzureFunctionsJobHost__functionTimeout", "00:00:02"), ("AzureFunctionsJobHost__extensions__queues__maxDequeueCount", "1")));
        var queue = Scratch.Queue(system, "work");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(Convert.ToBase64String("""{"do":"hang"}"""u8));

        var poison = Scratch.Queue(system, "work-poison");
        await Eventually.Is(async () => await poison.ExistsAsync() && (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount == 1 ? "" : null, "the poison message");
        await queue.SendMessageAsync(Convert.ToBase64String("again"u8));
        await Eventually.Holds(() => scratch.Called().Count == 2, "the next call");

        scratch.Called().Select(c => c.GetProperty("pid").GetInt32()).Distinct().Count().ShouldBe(2);
    }

    Task<JsonElement> Call() => Eventually.Is(() => running.CallsWith(_id) is [var call, ..] ? (object)call : null, "the call").ContinueWith(t => (JsonElement)t.Result, TaskScheduler.Default);
}
