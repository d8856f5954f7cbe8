using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.Functions.Adjudications;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Members;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Recognition;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Sweep;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions;

/// <summary>How the parts of the road from photo to claim are put together.</summary>
internal static class Services
{
    public static IServiceCollection AddRecognition(this IServiceCollection services, Settings settings, TokenCredential? identity)
    {
        var options = new DocumentAnalysisClientOptions(DocumentAnalysisClientOptions.ParseVersion(settings.RecognizerApiVersion));
        return services
            .AddSingleton(settings.RecognizerKey is { } key
                ? new DocumentAnalysisClient(settings.RecognizerEndpoint, new AzureKeyCredential(key), options)
                : new DocumentAnalysisClient(settings.RecognizerEndpoint, identity!, options))
            .AddSingleton<IRecognition, DocumentRecognition>()
            .AddSingleton<IPageDrawing>(new RecogniserPages(settings.RecognizerEndpoint, settings.RecognizerKey is { } own ? new AzureKeyCredential(own) : null))
            .AddSingleton<FirstLook>();
    }

    public static IServiceCollection AddPapersAndClaims(this IServiceCollection services) => services
        .AddSingleton(Container(Originals.Container, container => new Originals(container)))
        .AddSingleton(Table(VillageStore.Table, table => new VillageStore(table)))
        .AddSingleton(Table(VillageStore.Table, table => new MemberStore(table)))
        .AddSingleton(Table(EnrolmentStore.Table, table => new EnrolmentStore(table)))
        .AddSingleton<RosterImport>()
        .AddSingleton(Table(PaperStore.Table, table => new PaperStore(table)))
        .AddSingleton(Table(FolderStore.Table, table => new FolderStore(table)))
        .AddSingleton(Table(UploadStore.Table, table => new UploadStore(table)))
        .AddSingleton(provider => new ClaimStore(
            provider.GetRequiredService<TableServiceClient>().GetTableClient(ClaimStore.Table),
            provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(ClaimStore.Container)))
        .AddSingleton(provider => new PaperQueue(provider.GetRequiredService<QueueServiceClient>().GetQueueClient(PaperQueue.Name)))
        .AddSingleton<VillageDesk>()
        .AddSingleton<VillageDirectory>()
        .AddSingleton<IVillagePlans, VillagePlans>()
        .AddSingleton<Roster>()
        .AddSingleton<IClaimNotices, ClaimNotices>()
        .AddSingleton(Table(FolderClock.Table, table => new FolderClock(table)))
        .AddSingleton<PaperForgetting>()
        .AddSingleton<PersonForgetting>()
        .AddSingleton(Container(DeletionList.Container, container => new DeletionList(container)))
        .AddSingleton<FolderSweep>()
        .AddSingleton<ConversationClaims>()
        .AddSingleton<FolderConfirmations>()
        .AddSingleton<PaperDesk>()
        .AddSingleton<PaperPages>()
        .AddSingleton<ClaimDesk>()
        .AddSingleton(Table(UnfinishedMoves.Table, (table, provider) => new UnfinishedMoves(table, provider.GetRequiredService<TimeProvider>())))
        .AddSingleton(Table(SheetRegister.Table, (table, provider) => new SheetRegister(table, provider.GetRequiredService<Keys>(), provider.GetRequiredService<ClaimStore>(), provider.GetRequiredService<TimeProvider>())))
        .AddSingleton<MoveFinisher>()
        .AddSingleton<ClaimWorkflow>()
        .AddSingleton<ClaimRegister>()
        .AddSingleton<ClaimAnswer>()
        .AddSingleton<ClaimIntake>()
        .AddSingleton<FolderDesk>()
        .AddSingleton<FolderReview>()
        .AddSingleton<PaperReader>()
        .AddSingleton<Sweeper>()
        .AddSingleton<IPictureIntake, PictureIntake>()
        .AddSingleton<IKnowledge, ConversationKnowledge>()
        .AddSingleton<IEffects, ConversationEffects>();

    static Func<IServiceProvider, T> Table<T>(string name, Func<TableClient, IServiceProvider, T> make) =>
        provider => make(provider.GetRequiredService<TableServiceClient>().GetTableClient(name), provider);

    static Func<IServiceProvider, T> Table<T>(string name, Func<TableClient, T> make) =>
        provider => make(provider.GetRequiredService<TableServiceClient>().GetTableClient(name));

    static Func<IServiceProvider, T> Container<T>(string name, Func<BlobContainerClient, T> make) =>
        provider => make(provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(name));
}
