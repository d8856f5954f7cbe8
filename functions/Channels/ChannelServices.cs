using Shouwang.Functions.Channels.BotFramework;
using Shouwang.Functions.Channels.WeChat;
using Shouwang.Functions.Channels.WeCom;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels;

/// <summary>The channels that have to be called (渠道), and what they share. A channel is a folder here and a line in each of these.</summary>
internal static class ChannelServices
{
    /// <summary>After <see cref="ConversationServices.AddConversations"/>. A channel without settings is off: its address answers 404.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, Func<string, string?> variable) => services
        .AddSingleton<ChannelHttp>()
        .AddSingleton<DeliveryRows>()
        .AddSingleton<Reception>()
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<IAttachments, PictureFetcher>()
        .AddBotFramework(BotFrameworkOptions.From(variable))
        .AddWeChat(WeChatOptions.From(variable))
        .AddWeCom(WeComOptions.From(variable));

    public static void MapChannels(this WebApplication app)
    {
        app.MapBotFramework();
        app.MapWeChat();
        app.MapWeCom();
    }
}
