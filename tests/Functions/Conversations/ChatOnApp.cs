using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

/// <summary>One person's conversation with the whole app, without a channel in front.</summary>
sealed class ChatOnApp
{
    readonly TestSystem _app;
    long _watermark;
    int _said;

    ChatOnApp(TestSystem app, string id) => (_app, Id) = (app, id);

    public string Id { get; }

    /// <summary>Opens a conversation of somebody who has consented.</summary>
    public static async Task<ChatOnApp> OpenAsync(TestSystem app, string? village)
    {
        var id = Guid.NewGuid().ToString("N");
        await Store(app).OpenAsync(id, "directline", "dl_li", "zh-CN", village, default);
        var chat = new ChatOnApp(app, id);
        if (village is not null)
        {
            await chat.SaysAsync("你好");
            await chat.SaysAsync("同意");
        }
        return chat;
    }

    /// <summary>Says something; what the bot answers, in one string.</summary>
    public async Task<string> SaysAsync(string text)
    {
        var taken = await _app.Services.GetRequiredService<ConversationIntake>().TakeInAsync(Id, Said.Of(new Activity { Type = "message", Text = text }), $"c{_said++}", asks: true);
        await taken.Answered;
        return await HeardAsync();
    }

    /// <summary>Sends photos as one message.</summary>
    /// <returns>Their hashes.</returns>
    public async Task<IReadOnlyList<string>> SendsAsync(params IReadOnlyList<byte[]> photos)
    {
        var (intake, state) = (_app.Services.GetRequiredService<IPictureIntake>(), await StateAsync());
        List<Picture> pictures = [];
        foreach (var photo in photos)
            pictures.Add(await intake.LookAsync(Id, state, BinaryData.FromBytes(photo), "photo.jpg", default));
        var taken = await _app.Services.GetRequiredService<ConversationIntake>().TakeInAsync(Id, new Said(new Activity { Type = "message" }, pictures), $"c{_said++}", asks: true);
        await taken.Answered;
        return [.. pictures.Select(picture => picture.Hash)];
    }

    /// <summary>What came since the last look.</summary>
    public async Task<string> HeardAsync()
    {
        var slice = await Store(_app).ReadAsync(Id, _watermark, default);
        _watermark = slice.Watermark;
        return string.Join('\n', slice.Activities.Where(activity => activity.From!.Role == "bot").Select(activity => activity.Text));
    }

    public async Task<ConversationState> StateAsync() => (await Store(_app).FindAsync(Id, default))!.State;

    /// <summary>Everything the table holds of this conversation, as it lies there.</summary>
    public async Task<string> WrittenAsync()
    {
        List<string> values = [];
        await foreach (var row in _app.Services.GetRequiredService<TableServiceClient>().GetTableClient(ConversationStore.TableName).QueryAsync(TableFilter.Create($"PartitionKey eq {Id}")))
            values.AddRange(row.Keys.Select(key => $"{row[key]}"));
        return string.Join('\n', values);
    }

    static ConversationStore Store(TestSystem app) => app.Services.GetRequiredService<ConversationStore>();
}
