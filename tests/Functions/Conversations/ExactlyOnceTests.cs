using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Channels;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Channels;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

public sealed class ExactlyOnceTests(Azurite azurite)
{
    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task A_message_is_recorded_and_answered_once_wherever_the_process_dies(Cut cut)
    {
        var deaths = 0;
        for (var at = 0; ; at++)
        {
            var bot = new ScriptedBot();
            using var healthy = new ChatParts(azurite, bot);
            var id = await OpenAsync(healthy);
            using var wire = new CutWire(at, cut);
            using var dying = new ChatParts(azurite, bot, wire);
            var answered = await SendAsync(dying, id);
            if ((await healthy.Store.FindAsync(id, default))!.Pending.Length > 0) wire.Scheduled.ShouldBeTrue($"died {cut} {at}");
            if (!answered) await SendAsync(healthy, id);
            await healthy.Turns.TakePendingAsync(id, default);

            var texts = await TextsAsync(healthy, id);
            texts.ShouldBe(["人工", "已经告诉村里的工作人员。"], $"died {cut} {at}");
            (await healthy.Store.FindAsync(id, default))!.Pending.ShouldBeEmpty();
            bot.Applied.Distinct().ShouldHaveSingleItem($"died {cut} {at}");
            if (wire.Survived) break;
            deaths++;
        }
        deaths.ShouldBeGreaterThan(8);
    }

    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task A_message_from_within_is_said_once_and_delivered_joined_with_the_next_wherever_the_process_dies(Cut cut)
    {
        for (var at = 0; ; at++)
        {
            var phone = new JoiningPhone();
            var clock = new MovedClock();
            var bot = new ScriptedBot();
            using var healthy = new ChatParts(azurite, bot);
            var id = await OpenAsync(healthy);
            using var wire = new CutWire(at, cut);
            using var dying = new ChatParts(azurite, bot, wire);
            var read = new PaperRead(new PaperView("77", "read", null, null, null, null, null, []));
            try
            {
                await dying.Turns.TakeAsync(id, "read-77", read, default);
            }
            catch (Exception died) when (IsDeath(died))
            {
            }
            await healthy.Turns.TakeAsync(id, "read-77", read, default);

            (await TextsAsync(healthy, id)).ShouldBe(["读好了：77"], $"died {cut} {at}");

            // Two replies that were recorded go out as one message; the process dies while it sends them.
            await healthy.Turns.TakeAsync(id, "read-78", new PaperRead(new PaperView("78", "read", null, null, null, null, null, [])), default);
            using var sendingWire = new CutWire(at, cut);
            using var sending = new ChatParts(azurite, bot, sendingWire);
            try
            {
                await sending.Outbox(phone, clock).DeliverAsync(id, default);
            }
            catch (Exception died) when (IsDeath(died))
            {
            }
            clock.Ahead = TimeSpan.FromMinutes(2); // the right to deliver that the dead process held is over
            (await healthy.Outbox(phone, clock).DeliverAsync(id, default)).ShouldBeTrue($"died {cut} {at}");
            phone.Shown.ShouldBe(["读好了：77\n\n\n\n读好了：78"], $"died {cut} {at}");
            if (wire.Survived && sendingWire.Survived) break;
        }
    }

    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task What_was_to_be_deleted_is_gone_wherever_the_process_dies(Cut cut)
    {
        for (var at = 0; ; at++)
        {
            var bot = new ScriptedBot();
            using var healthy = new ChatParts(azurite, bot);
            var id = await OpenAsync(healthy);
            await healthy.AnswerAsync(id, Message("我的病"), "c0");
            using var wire = new CutWire(at, cut);
            using var dying = new ChatParts(azurite, bot, wire);
            if (!await SendAsync(dying, id, "全部删除")) await SendAsync(healthy, id, "全部删除");
            await healthy.Turns.TakePendingAsync(id, default);

            (await TextsAsync(healthy, id)).ShouldBe(["已经删除。"], $"died {cut} {at}");
            if (wire.Survived) break;
        }
    }

    [Fact]
    public async Task Two_processes_answer_ten_messages_once_and_in_order()
    {
        var bot = new ScriptedBot();
        using var one = new ChatParts(azurite, bot);
        using var two = new ChatParts(azurite, bot);
        var id = await OpenAsync(one);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? one : two).AnswerAsync(id, Message($"第{i}句"), $"c{i}")));

        var all = (await one.Store.ReadAsync(id, 0, default)).Activities;
        var asked = all.Where(activity => activity.From!.Role == "user").Select(activity => activity.Text!).ToList();
        asked.Order().ShouldBe(Enumerable.Range(0, 10).Select(i => $"第{i}句"));
        all.Where(activity => activity.From!.Role == "bot").Select(activity => activity.Text).ShouldBe(asked.Select(text => $"您说的是：{text}"));
        all.Select(activity => activity.Id).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{id}|{i:D7}"));
        (await one.Store.FindAsync(id, default))!.State.NotUnderstood.ShouldBe(10);
    }

    [Fact]
    public async Task A_message_the_bot_stumbles_over_is_answered_and_does_not_hold_up_the_next()
    {
        using var parts = new ChatParts(azurite, new ScriptedBot());
        var id = await OpenAsync(parts);
        await parts.AnswerAsync(id, Message("出错"), "c1");
        await parts.AnswerAsync(id, Message("你好"), "c2");

        var texts = await TextsAsync(parts, id);
        texts[1]!.ShouldContain("换个说法");
        texts[3].ShouldBe("您说的是：你好");
    }

    [Fact]
    public async Task A_turn_of_a_conversation_that_is_not_there_does_nothing()
    {
        using var parts = new ChatParts(azurite, new ScriptedBot());
        (await parts.Turns.TakeAsync("nobody", "arrived", new PersonArrived(), default)).ShouldBe(TurnOutcome.NoConversation);
    }

    [Fact]
    public async Task A_message_longer_than_a_table_property_comes_back_whole()
    {
        using var parts = new ChatParts(azurite, new ScriptedBot());
        var id = await OpenAsync(parts);
        var text = string.Concat(Enumerable.Range(0, 9_000).Select(i => $"第{i}行"));
        await parts.AnswerAsync(id, Message(text), "c1");

        var texts = await TextsAsync(parts, id);
        texts[0].ShouldBe(text);
        texts[1].ShouldBe($"您说的是：{text}");
    }

    /// <summary>A wire that counts each message and knows a repeat by its key.</summary>
    sealed class JoiningPhone : IChannel
    {
        readonly Dictionary<string, string> _taken = [];

        public string Name => "directline";

        public Joining? Joining { get; } = new(TimeSpan.FromMilliseconds(1), 600, activity => activity.Text!);

        public IEnumerable<string> Shown => _taken.Values;

        public Task<Delivery> SendAsync(Reply reply, CancellationToken cancellationToken)
        {
            _taken.TryAdd(reply.Key, reply.Activity.Text!);
            return Task.FromResult(Delivery.Done);
        }

        public Task ShowTypingAsync(StoredConversation conversation, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<BinaryData?> DownloadAsync(StoredConversation conversation, Attachment attachment, CancellationToken cancellationToken) => Task.FromResult<BinaryData?>(null);
    }

    static async Task<string> OpenAsync(ChatParts parts)
    {
        var id = Guid.NewGuid().ToString("N");
        await parts.Store.OpenAsync(id, "directline", "dl_li", "zh-CN", ScriptedBot.Village, default);
        return id;
    }

    /// <returns>Whether the client got an answer.</returns>
    static async Task<bool> SendAsync(ChatParts parts, string id, string text = "人工")
    {
        try
        {
            await parts.AnswerAsync(id, Message(text), "c1");
            return true;
        }
        catch (Exception died) when (IsDeath(died))
        {
            return false;
        }
    }

    static bool IsDeath(Exception? e) => e is ProcessDied || (e is not null && IsDeath(e.InnerException));

    static Said Message(string text) => Said.Of(new Activity { Type = "message", Text = text });

    static async Task<List<string?>> TextsAsync(ChatParts parts, string id) =>
        [.. (await parts.Store.ReadAsync(id, 0, default)).Activities.Select(activity => activity.Text)];
}
