import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiRefusals } from '../common/api-refusals.decorator.js';
import {
  CreateOpportunityDto,
  FindOpportunitiesQuery,
  OpportunityDto,
  OpportunitySummaryDto,
  PipelineStageDto,
  UpdateOpportunityDto,
} from './opportunity.dto.js';
import { OpportunitiesService } from './opportunities.service.js';

@ApiTags('opportunities')
@ApiRefusals()
@Controller('opportunities')
export class OpportunitiesController {
  constructor(private readonly opportunities: OpportunitiesService) {}

  @Get()
  @ApiOperation({ summary: 'List opportunities, the next to close first' })
  @ApiOkResponse({ type: [OpportunitySummaryDto] })
  findAll(@Query() query: FindOpportunitiesQuery): Promise<OpportunitySummaryDto[]> {
    return this.opportunities.findAll(query);
  }

  @Get('pipeline')
  @ApiOperation({ summary: 'Sum what is open by stage, the most valuable stage first' })
  @ApiOkResponse({ type: [PipelineStageDto] })
  pipeline(): Promise<PipelineStageDto[]> {
    return this.opportunities.pipeline();
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an opportunity with its account' })
  @ApiOkResponse({ type: OpportunityDto })
  findOne(@Param('id') id: string): Promise<OpportunityDto> {
    return this.opportunities.findOne(id);
  }

  @Post()
  @ApiOperation({ summary: 'Create an opportunity' })
  @ApiCreatedResponse({ type: OpportunityDto })
  create(@Body() opportunity: CreateOpportunityDto): Promise<OpportunityDto> {
    return this.opportunities.create(opportunity);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change an opportunity; null clears a field' })
  @ApiOkResponse({ type: OpportunityDto })
  update(@Param('id') id: string, @Body() changes: UpdateOpportunityDto): Promise<OpportunityDto> {
    return this.opportunities.update(id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete an opportunity' })
  @ApiNoContentResponse()
  remove(@Param('id') id: string): Promise<void> {
    return this.opportunities.remove(id);
  }
}
